using System.Text.Json.Nodes;
using MultiLine.Cli.Doctor.Checks;
using MultiLine.Cli.Tests.Doctor.Harness;

namespace MultiLine.Cli.Tests.Doctor;

/// <summary>App, token and account.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task A_secret_that_is_not_the_apps_is_found_and_while_one_is_replaced_the_other_will_do()
    {
        await using var setup = await MetaSetup.StartAsync();

        setup.Settings["WhatsApp:AppSecrets:1"] = "the-one-before";
        await setup.FindsAsync("app", Verdict.Ok, "1 more in WhatsApp:AppSecrets");

        setup.Settings["WhatsApp:AppSecrets:0"] = "mistyped";
        await setup.FindsAsync("app", Verdict.Wrong, "refused with code 190");
        await setup.FindsAsync("token", Verdict.Unknown, "not looked at");
        await setup.FindsAsync("webhook", Verdict.Unknown, "not looked at");
    }

    [Fact]
    public async Task A_token_that_was_revoked_is_found()
    {
        await using var setup = await MetaSetup.StartAsync();
        await setup.ControlAsync(HttpMethod.Put, "app/token", new { valid = false });

        await setup.FindsAsync("token", Verdict.Wrong, "invalidated");
        await setup.FindsAsync("account", Verdict.Unknown, "refused with code 190");
    }

    [Theory]
    [InlineData(1, "An unknown error occurred", "Try again")]
    [InlineData(2, "Service temporarily unavailable", "Try again")]
    [InlineData(4, "Application request limit reached", "Try again")]
    [InlineData(80007, "Too many calls to this account", "Try again")]
    [InlineData(2500, "Unknown path components", "Mend what is said about the Graph API first")]
    [InlineData(368, "Temporarily blocked", "Look the code up")]
    public async Task An_error_that_is_not_about_app_or_account_says_nothing_against_them(int code, string message, string next)
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Replies.Refuse(MetaSetup.AppId, code, message);
        setup.Replies.Refuse(MetaSetup.Account, code, message);

        var examination = await setup.ExamineAsync();

        foreach (var told in (string[])["app", "account"])
        {
            var finding = Assert.Single(examination.Of(told));
            Assert.Equal(Verdict.Unknown, finding.Verdict);
            Assert.EndsWith($"refused with code {code}: {message}", finding.LookedAt, StringComparison.Ordinal);
            Assert.StartsWith(next, finding.Next, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(MetaSetup.AppId, "app", 101)]
    [InlineData(MetaSetup.AppId, "app", 190)]
    [InlineData(MetaSetup.Account, "account", 10)]
    [InlineData(MetaSetup.Account, "account", 33)]
    [InlineData(MetaSetup.Account, "account", 100)]
    [InlineData(MetaSetup.Account, "account", 299)]
    public async Task An_error_that_is_about_app_or_account_is_found(string call, string check, int code)
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Replies.Refuse(call, code, "No.");

        await setup.FindsAsync(check, Verdict.Wrong, $"refused with code {code}");
    }

    [Theory]
    [InlineData("2020-01-01T00:00:00Z", "expired")]
    [InlineData("2120-01-01T00:00:00Z", "the token expires at 2120-01-01 00:00 UTC")]
    public async Task A_token_that_has_expired_or_will_is_found(string expiresAt, string words)
    {
        await using var setup = await MetaSetup.StartAsync();
        await setup.ControlAsync(HttpMethod.Put, "app/token", new { expiresAt });

        await setup.FindsAsync("token", Verdict.Wrong, words);
    }

    [Theory]
    [InlineData("app_id", "42", "the token is for app 42")]
    [InlineData("type", "USER", "of type USER")]
    public async Task A_token_of_another_app_or_of_a_person_is_found(string member, string value, string words)
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Replies.Rewrite("debug_token", reply => reply["data"]![member] = value);

        await setup.FindsAsync("token", Verdict.Wrong, words);
    }

    [Fact]
    public async Task A_permission_that_the_token_lacks_is_missing()
    {
        await using var setup = await MetaSetup.StartAsync();
        await setup.ControlAsync(HttpMethod.Put, "app/token", new { scopes = new[] { "whatsapp_business_management" } });

        await setup.FindsAsync("permissions", Verdict.Missing, "missing whatsapp_business_messaging");
        await setup.FindsAsync("profile", Verdict.Unknown, "refused with code 200");
    }

    [Fact]
    public async Task A_token_that_is_for_other_accounts_only_is_found()
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Replies.Rewrite("debug_token", reply => reply["data"]!["granular_scopes"]![0]!["target_ids"] = new JsonArray("42"));

        await setup.FindsAsync("permissions", Verdict.Missing, $"not for account {MetaSetup.Account}");
    }

    [Fact]
    public async Task Without_an_organisation_it_says_so_and_how_to_make_one()
    {
        await using var setup = await MetaSetup.StartAsync();
        Directory.Delete(setup.Deployment.Data, recursive: true);

        await setup.FindsAsync("organization", Verdict.Missing, "no organisation");
        await setup.FindsAsync("number", Verdict.Unknown, "no organisation");
        Assert.False(Directory.Exists(setup.Deployment.Data));
    }

    [Fact]
    public async Task An_organisation_without_a_number_is_found()
    {
        await using var setup = await MetaSetup.StartAsync();
        await setup.Deployment.DoneAsync("org", "create", "--id", "bare", "--name", "Bare", "--administrator", "Bo", "--whatsapp-account", "42");

        await setup.FindsAsync("organization", Verdict.Missing, "bare has no line with a WhatsApp number");
        await setup.FindsAsync("organization", Verdict.Ok, "acme has account");
    }

    [Fact]
    public async Task An_account_that_can_not_be_read_is_found()
    {
        await using var setup = await MetaSetup.StartAsync();
        await setup.Deployment.DoneAsync(
            "org", "create", "--id", "other", "--name", "Other", "--administrator", "Bo", "--whatsapp-account", "42",
            "--line", "a:A:43:+49 30 23125 001");

        await setup.FindsAsync("account", Verdict.Wrong, "account 42 of other: refused with code 100");
        await setup.FindsAsync("account", Verdict.Ok, "of acme can be read");
        await setup.FindsAsync("opt-in", Verdict.Unknown, "account 42 of other");
        await setup.FindsAsync("subscription", Verdict.Unknown, "account 42 of other");
        await setup.FindsAsync("number", Verdict.Unknown, "account 42 of other");
    }

    [Theory]
    [InlineData("account_review_status", "PENDING", "standing", "Missing", "under review")]
    [InlineData("account_review_status", "REJECTED", "standing", "Wrong", "ended with REJECTED")]
    [InlineData("business_verification_status", "not_verified", "verification", "Missing", "not verified (not_verified)")]
    [InlineData("business_verification_status", null, "verification", "Unknown", "does not tell")]
    public async Task What_Meta_thinks_of_the_account_is_told(string member, string? value, string check, string verdict, string words)
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Replies.Rewrite(MetaSetup.Account, reply => reply[member] = value);

        await setup.FindsAsync(check, Enum.Parse<Verdict>(verdict), words);
    }

    [Fact]
    public async Task An_account_that_Meta_lets_send_no_more_is_told_with_the_reason_and_what_helps()
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Replies.Rewrite(MetaSetup.Account, reply =>
        {
            var account = reply["health_status"]!["entities"]![0]!;
            account["can_send_message"] = "BLOCKED";
            account["errors"] = new JsonArray(new JsonObject
            {
                ["error_code"] = 141006, ["error_description"] = "No payment.", ["possible_solution"] = "Add a card.",
            });
        });

        await setup.FindsAsync("standing", Verdict.Wrong, "WABA is BLOCKED. No payment. Add a card.");
    }

    [Fact]
    public async Task A_number_that_Meta_limits_is_told_with_the_account()
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Replies.Rewrite("phone_numbers", reply => reply["data"]![0]!["health_status"] = new JsonObject
        {
            ["entities"] = new JsonArray(new JsonObject
            {
                ["entity_type"] = "PHONE_NUMBER", ["can_send_message"] = "LIMITED", ["additional_info"] = new JsonArray("Name not approved."),
            }),
        });

        await setup.FindsAsync("standing", Verdict.Wrong, "PHONE_NUMBER is LIMITED. Name not approved.");
    }

    [Fact]
    public async Task An_account_of_which_nothing_is_told_has_an_unknown_standing()
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Replies.Rewrite(MetaSetup.Account, reply =>
        {
            reply["account_review_status"] = null;
            reply["health_status"] = null;
        });

        await setup.FindsAsync("standing", Verdict.Unknown, "tells nothing");
    }
}
