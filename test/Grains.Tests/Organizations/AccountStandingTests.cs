using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Webhooks;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Organizations;

/// <summary>What webhooks tell of accounts and numbers, through the signed front door.</summary>
public sealed class AccountStandingTests
{
    private const string Number = "49305550100";

    private static readonly WebhookReceipt Taken = new(true, 1, 0);
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_900_000_000);

    [Theory]
    [InlineData("account_review_update", """{"decision":"REJECTED"}""", "review", "REJECTED", null, null)]
    [InlineData("account_update", """{"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"DISABLE","waba_ban_date":"May 1, 2026"}}""", "ban", "DISABLE", "May 1, 2026", null)]
    [InlineData("account_update", """{"event":"DISABLED_UPDATE"}""", "ban", "DISABLED_UPDATE", null, null)]
    [InlineData("account_update", """{"event":"ACCOUNT_VIOLATION","violation_info":{"violation_type":"SPAM"}}""", "violation", "SPAM", null, null)]
    [InlineData("account_update", """{"event":"ACCOUNT_RESTRICTION"}""", "restriction", "ACCOUNT_RESTRICTION", null, null)]
    [InlineData("account_update", """{"event":"ACCOUNT_DELETED"}""", "connection", "ACCOUNT_DELETED", null, null)]
    [InlineData("business_capability_update", """{"max_daily_conversations_per_business":2000}""", "daily_limit", "2000", null, null)]
    [InlineData("business_capability_update", """{"max_phone_numbers_per_business":25}""", "number_limit", "25", null, null)]
    [InlineData("phone_number_quality_update", $$"""{"display_phone_number":"{{Number}}","event":"FLAGGED"}""", "quality", "FLAGGED", null, Number)]
    [InlineData("phone_number_quality_update", $$"""{"display_phone_number":"{{Number}}","event":"THROUGHPUT_UPGRADE"}""", "throughput", "THROUGHPUT_UPGRADE", null, Number)]
    [InlineData("phone_number_name_update", $$"""{"display_phone_number":"{{Number}}","decision":"APPROVED","requested_verified_name":"Northwind"}""", "name", "APPROVED", "Northwind", Number)]
    [InlineData("business_username_updates", $$"""{"display_phone_number":"{{Number}}","status":"reserved","username":"northwind"}""", "username", "reserved", "northwind", Number)]
    public async Task The_newest_notice_of_a_kind_is_what_is_known(string field, string value, string kind, string says, string? detail, string? number)
    {
        await using var product = await Product.StartAsync();
        var expected = new AccountFact { Kind = kind, Number = number, Says = says, Detail = detail, At = Now };

        Assert.Equal(Taken, await product.Take(WebhookBodies.Of(Now, WebhookBodies.Field(field, value))));
        Assert.Equal(Taken, await product.Take(WebhookBodies.Of(Now, WebhookBodies.Field(field, value))));
        Assert.Equal(Taken, await product.Take(WebhookBodies.Of(Now.AddMinutes(-1), WebhookBodies.Field(field, value))));

        Assert.Equal([expected], (await Standing(product)).Facts);
        await product.KillAndStartAsync();
        Assert.Equal([expected], (await Standing(product)).Facts);
    }

    [Fact]
    public async Task Restrictions_are_those_of_the_newest_notice_with_their_end()
    {
        await using var product = await Product.StartAsync();
        byte[] Told(DateTimeOffset at, params string[] restrictions) => WebhookBodies.Of(at, WebhookBodies.Field(
            "account_update", $$"""{"event":"ACCOUNT_RESTRICTION","restriction_info":[{{string.Join(',', restrictions)}}]}"""));
        var writing = $$"""{"restriction_type":"{{AccountFacts.RestrictedBusinessInitiated}}","expiration":{{Now.AddDays(1).ToUnixTimeSeconds()}}}""";

        await product.Take(Told(Now, writing, """{"restriction_type":"RESTRICTED_ADD_PHONE_NUMBER_ACTION"}"""));
        Assert.Equal(2, (await Standing(product)).Facts.Count);
        await product.Take(Told(Now.AddMinutes(1), writing));
        await product.Take(Told(Now, """{"restriction_type":"RESTRICTED_ADD_PHONE_NUMBER_ACTION"}"""));

        var fact = Assert.Single((await Standing(product)).Facts);
        Assert.Equal((AccountFacts.RestrictedBusinessInitiated, Now.AddDays(1)), (fact.Says, fact.Until));
    }

    [Fact]
    public async Task A_limit_is_known_of_each_number_beside_what_was_told_with_it()
    {
        await using var product = await Product.StartAsync();
        byte[] Told(string number, string happened) => WebhookBodies.Of(Now, WebhookBodies.Field(
            "phone_number_quality_update",
            $$"""{"display_phone_number":"{{number}}","event":"{{happened}}","max_daily_conversations_per_business":"TIER_2K"}"""));

        await product.Take(Told(Number, "FLAGGED"));
        await product.Take(Told("15550783881", "UPGRADE"));

        Assert.Equal(
            [("limit", "15550783881", "TIER_2K"), ("limit", Number, "TIER_2K"), ("quality", Number, "FLAGGED")],
            (await Standing(product)).Facts.Select(fact => (fact.Kind, fact.Number!, fact.Says)).Order());
    }

    [Fact]
    public async Task The_last_alerts_and_events_are_kept_the_newest_first_each_once_and_no_more_than_twenty()
    {
        await using var product = await Product.StartAsync();
        byte[] Told(int n) => WebhookBodies.Of(Now.AddMinutes(n), n % 2 == 0
            ? WebhookBodies.Field("account_alerts", $$"""{"alert_type":"ALERT_{{n}}","alert_severity":"WARNING","alert_description":"Look at it."}""")
            : WebhookBodies.Field("account_update", $$"""{"event":"EVENT_{{n}}"}"""));

        foreach (var n in Enumerable.Range(0, 25).Reverse().Concat([7, 0]))
        {
            Assert.Equal(Taken, await product.Take(Told(n)));
        }

        var recent = (await Standing(product)).Recent;
        Assert.Equal(Enumerable.Range(5, 20).Reverse().Select(n => $"{(n % 2 == 0 ? "ALERT" : "EVENT")}_{n}"), recent.Select(fact => fact.Says));
        Assert.Equal(("alert", "WARNING", "Look at it."), (recent[0].Kind, recent[0].Severity, recent[0].Detail));
    }

    [Theory]
    [InlineData("account_review_update", """{"decision":"REJECTED"}""")]
    [InlineData("phone_number_name_update", $$"""{"display_phone_number":"{{Number}}","decision":"APPROVED"}""")]
    public async Task A_notice_about_an_account_that_nobody_has_is_kept_raw(string field, string value)
    {
        await using var product = await Product.StartAsync();

        Assert.Equal(new WebhookReceipt(true, 0, 1), await product.Take(WebhookBodies.Of("777", WebhookBodies.Field(field, value))));

        Assert.Equal("unknown_account", Assert.Single(await product.RawInbox.List(null, 10)).Reason);
    }

    [Fact]
    public async Task An_error_that_belongs_to_no_message_is_kept_raw()
    {
        await using var product = await Product.StartAsync();

        var value = $$"""{"metadata":{"phone_number_id":"{{Firms.NorthwindNumber}}"},"errors":[{"code":131042,"title":"Payment issue"}]}""";
        Assert.Equal(new WebhookReceipt(true, 0, 1), await product.Take(WebhookBodies.Of(WebhookBodies.Field("messages", value))));

        Assert.Equal("provider_error", Assert.Single(await product.RawInbox.List(null, 10)).Reason);
    }

    private static Task<AccountStanding> Standing(Product product) =>
        product.Grains.GetGrain<IWhatsAppAccountGrain>(Firms.NorthwindAccount).GetStanding();
}
