using MultiLine.Domain.Audit;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Audit;
using MultiLine.Grains.Tests.Running;
using MultiLine.Storage.Ledger;

namespace MultiLine.Grains.Tests.Policies;

/// <summary>What policy makes of what contacts write.</summary>
public sealed class InboundPolicyTests
{
    [Fact]
    public async Task What_a_contact_writes_is_redacted_before_anybody_sees_it()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(Rules.Cards("redact")));
        var talk = await product.OpenTalk();

        var message = await talk.Hears($"It is {Rules.Card}.");

        Assert.Equal(("It is [payment card].", "redact"), (message.Text, message.Policy?.Action));
        Assert.Equal("It is [payment card].", (await product.Inbox().GetThread(talk.Key.Contact))?.Preview);
    }

    [Fact]
    public async Task A_withheld_message_shows_nothing_of_itself_and_STOP_in_it_counts()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(new
        {
            id = "stops",
            name = "Nobody says stop",
            enabled = true,
            direction = "in",
            expressions = new[] { new { name = "Stop", pattern = "STOP" } },
            action = "block",
            must_match = new[] { new { text = "STOP" } },
            must_not_match = new[] { new { text = "Go on" } },
        }));
        var talk = await product.OpenTalk();

        var message = await talk.Hears("STOP");

        Assert.Equal((null, "block"), (message.Text, message.Policy?.Action));
        var thread = await product.Inbox().GetThread(talk.Key.Contact);
        Assert.Equal("declined", (await talk.Standing()).Consent);
        Assert.NotNull(thread);
    }

    [Fact]
    public async Task An_original_is_opened_with_a_reason_that_is_recorded_first_and_that_the_ledger_holds()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(Rules.Cards("redact")));
        var talk = await product.OpenTalk();
        var message = await talk.Hears($"It is {Rules.Card}.");

        var opened = await talk.Conversation.OpenOriginal(new OriginalRequest("beatriz", message.MessageId, "Complaint 4711"));

        Assert.Equal($"It is {Rules.Card}.", Assert.Single(opened.Originals).Text);
        var act = (await product.Grains.GetGrain<IAuditGrain>(Firms.Northwind).GetActs(null, 10)).Acts[0];
        Assert.Equal(("original_opened", "beatriz", "Complaint 4711"), (act.Type, act.Person, act.Reason));
        await product.Archive().CatchUp();
        Assert.Equal(act.Place, await product.Service<ILedger>().PlaceAsync($"{Firms.Northwind}/0", AuditLog.Of(Firms.Northwind)));
    }

    [Fact]
    public async Task A_message_that_policy_left_alone_has_no_original_to_open()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var message = await talk.Hears("Hello");

        var opened = await talk.Conversation.OpenOriginal(new OriginalRequest("beatriz", message.MessageId, "Curious"));

        Assert.Empty(opened.Originals);
        Assert.Equal("not_found", opened.Refusal?.Code);
        Assert.Empty((await product.Grains.GetGrain<IAuditGrain>(Firms.Northwind).GetActs(null, 10)).Acts);
    }

    [Fact]
    public async Task What_was_blocked_on_its_way_out_can_be_opened_too()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(Rules.Cards("block")));
        var talk = await product.OpenTalk();
        await talk.Send($"Take {Rules.Card}");
        var blocked = (await talk.Log()).Single(entry => entry.Type == "message_blocked");
        var id = System.Text.Json.JsonDocument.Parse(blocked.Body).RootElement.GetProperty("message_id").GetString()!;

        var opened = await talk.Conversation.OpenOriginal(new OriginalRequest("beatriz", id, "Review"));

        Assert.Equal($"Take {Rules.Card}", Assert.Single(opened.Originals).Text);
    }
}
