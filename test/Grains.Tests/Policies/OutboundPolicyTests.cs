using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Policies;

/// <summary>What policy makes of messages on their way to the contact.</summary>
public sealed class OutboundPolicyTests
{
    [Fact]
    public async Task A_redacted_message_reaches_the_phone_without_what_was_found_and_shows_what_happened()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(Rules.Cards("redact")));
        var talk = await product.OpenTalk();

        var message = await talk.Delivered($"Take {Rules.Card}, please. 👍🏽");

        var shown = (await talk.Phone.Shown())[^1].Body;
        Assert.Equal("Take [payment card], please. 👍🏽", shown);
        Assert.Equal(shown, message.Text);
        Assert.Equal("redact", message.Policy?.Action);
        Assert.Equal(["Payment cards"], message.Policy?.Rules);
        Assert.Equal(["CREDIT_CARD"], message.Policy?.Found);
    }

    [Fact]
    public async Task A_blocked_message_goes_nowhere_its_sender_is_told_and_it_is_recorded_once()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(Rules.Cards("block")));
        var talk = await product.OpenTalk();

        var first = await talk.Send($"Take {Rules.Card}", requestKey: "key-1");
        var again = await talk.Send($"Take {Rules.Card}", requestKey: "key-1");

        Assert.Equal(RefusalCodes.BlockedByPolicy, first.Refusal?.Code);
        Assert.Equal(["Payment cards"], first.Refusal?.Policy?.Rules);
        Assert.Equal(first.Refusal?.Message, again.Refusal?.Message);
        Assert.Equal(1, await talk.CountInLog("message_blocked"));
        Assert.Equal(0, await talk.CountInLog("message_accepted"));
        Assert.Single(await talk.Messages());
    }

    [Fact]
    public async Task What_was_blocked_may_be_sent_by_the_same_request_when_the_policy_lets_it_out()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(Rules.Cards("block")));
        var talk = await product.OpenTalk();
        Assert.NotNull((await talk.Send($"Take {Rules.Card}", requestKey: "key-1")).Refusal);

        await product.PutInForce(Rules.Policy(Rules.Cards("flag")));

        var taken = Talk.Taken(await talk.Send($"Take {Rules.Card}", requestKey: "key-1"));
        Assert.Equal(("flag", $"Take {Rules.Card}"), (taken.Policy?.Action, taken.Text));
        Assert.True((await talk.Send($"Take {Rules.Card}", requestKey: "key-1")).Repeated);
    }

    [Fact]
    public async Task The_same_redacted_request_again_is_answered_like_the_first_and_another_one_is_a_conflict()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(Rules.Cards("redact")));
        var talk = await product.OpenTalk();
        var first = Talk.Taken(await talk.Send($"Take {Rules.Card}", requestKey: "key-1"));

        var again = await talk.Send($"Take {Rules.Card}", requestKey: "key-1");
        var other = await talk.Send("Take [payment card]", requestKey: "key-1");

        Assert.Equal((first.MessageId, true), (again.Message?.MessageId, again.Repeated));
        Assert.Equal(RefusalCodes.IdempotencyConflict, other.Refusal?.Code);
    }

    [Fact]
    public async Task What_waited_for_consent_is_stopped_where_the_policy_has_changed_meanwhile()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk();
        var waiting = Talk.Taken(await talk.Send($"Take {Rules.Card}", optInBasis: "existing_client"));
        await talk.Shows("Do you agree?");
        await product.PutInForce(Rules.Policy(Rules.Cards("redact")));

        await talk.HearsTap("Yes");

        await talk.Becomes(waiting.MessageId, "failed");
        Assert.Equal(RefusalCodes.BlockedByPolicy, (await talk.Conversation.GetMessage(waiting.MessageId))?.Failure?.Code);
        Assert.DoesNotContain(await talk.Phone.Shown(), message => message.Body.Contains(Rules.Card, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_counts_from_the_next_message_on()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        Assert.Null((await talk.Accepted($"Take {Rules.Card}")).Policy);

        await product.PutInForce(Rules.Policy(Rules.Cards("redact")));
        Assert.Equal("Take [payment card]", (await talk.Accepted($"Take {Rules.Card}")).Text);

        await product.PutInForce(Rules.Policy());
        Assert.Null((await talk.Accepted($"Take {Rules.Card}")).Policy);
    }

    [Fact]
    public async Task A_part_of_an_organisation_has_its_rules_as_well_and_can_not_change_them()
    {
        await using var product = await Product.StartAsync(new ProductSettings
        {
            Organizations = [Firms.NorthwindBank, Firms.ContosoInsurance with { Parent = Firms.Northwind }],
        });
        await product.PutInForce(Rules.Policy(Rules.Cards("redact")));
        var talk = await product.OpenTalk(organization: Firms.Contoso);
        Assert.Equal("Take [payment card]", (await talk.Accepted($"Take {Rules.Card}")).Text);

        await product.PutInForce(Rules.Policy(Rules.Cards("flag", name: "Ours")), Firms.Contoso);
        var message = await talk.Accepted($"Take {Rules.Card}");
        Assert.Equal(("Take [payment card]", "redact"), (message.Text, message.Policy?.Action));
        Assert.Equal(["Payment cards"], message.Policy?.Rules);

        await product.PutInForce(Rules.Policy());
        Assert.Equal("flag", (await talk.Accepted($"Take {Rules.Card}")).Policy?.Action);
    }

    [Fact]
    public async Task A_rule_for_certain_people_is_for_these_only()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(Rules.Cards("redact", people: ["somebody-else"])));
        var talk = await product.OpenTalk();

        Assert.Null((await talk.Accepted($"Take {Rules.Card}")).Policy);
    }

    [Fact]
    public async Task The_values_of_a_template_are_looked_at_and_redacted_on_the_phone()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(Rules.Cards("redact")));
        await product.ApprovedTemplate("appointment", "Your appointment is on {{1}}.");
        var talk = await product.OpenTalk();

        var message = Talk.Taken(await talk.SendTemplate("appointment", Rules.Card));

        Assert.Equal("Your appointment is on [payment card].", message.Text);
        await talk.Shows("Your appointment is on [payment card].");
    }

    [Fact]
    public async Task What_goes_as_SMS_instead_is_looked_at_by_the_rules_for_SMS()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();

        await product.PutInForce(Rules.Policy(Rules.Cards("block")));
        var sent = await talk.Conversation.Send(new SendRequest
        {
            Channel = "sms", Person = Firms.Person, IdempotencyKey = product.NewRequestKey(), Text = $"Take {Rules.Card}",
        });

        Assert.Equal(RefusalCodes.BlockedByPolicy, sent.Refusal?.Code);
    }
}
