using System.Text.Json.Nodes;
using MultiLine.Domain;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Status;
using MultiLine.Grains.Tests.Running;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Log;
using MultiLine.Storage.Outbound;

namespace MultiLine.Grains.Tests.Races;

/// <summary>Two activations of one conversation, as in a cluster that has come apart: the other one writes right before ours does.</summary>
public sealed class SecondWriterTests
{
    [Fact]
    public async Task The_activation_that_comes_second_decides_again_by_what_the_other_wrote()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        product.Appends.Before("message_accepted", _ => Other(product, talk, Received(product, "wamid.stop", "STOP"), Content("STOP")));

        var answer = await talk.Send("Are you there?");

        Assert.Equal("consent_declined", answer.Refusal?.Code);
        Assert.Equal(0, await talk.CountInLog("message_accepted"));
        await AssertGapFree(talk);
    }

    [Fact]
    public async Task The_activation_that_came_second_goes_and_the_next_call_is_served_all_the_same()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        product.Appends.Before("message_accepted", _ => Other(product, talk, Received(product, "wamid.1", "Hello"), Content("Hello")));

        await talk.Delivered("one");
        await talk.Hears("two");
        await talk.Delivered("three");
        await AssertGapFree(talk);
    }

    [Fact]
    public async Task A_message_that_the_other_took_at_the_same_time_is_taken_once()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var now = product.Clock.GetUtcNow();
        product.Appends.Before("message_received", _ => Other(product, talk, Received(product, "wamid.1", "Hello"), Content("Hello")));

        await product.Take(WebhookBodies.Of(WebhookBodies.Text("wamid.1", "Hello", now, talk.Phone.Number)));

        Assert.Equal(2, await talk.CountInLog("message_received"));
        await AssertGapFree(talk);
    }

    [Fact]
    public async Task A_status_is_not_lost_when_the_reply_is_recorded_by_the_other_at_the_same_time()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "loseRequest" });
        var message = await talk.Accepted("Good morning to you");
        await talk.Becomes(message.MessageId, "sending");
        await product.Idle();
        var attempt = (string)JsonNode.Parse((await talk.Log()).Single(entry => entry.Type == "attempt_started").Body)!["attempt_id"]!;
        product.Appends.Before("status_received", async _ => await Other(
            product,
            talk,
            new RecordOutcome((await Journal(product).FindMessageAsync(talk.Key, message.MessageId))!, attempt, new AttemptOutcome.Accepted("wamid.1"))));

        await product.Take(WebhookBodies.Of(WebhookBodies.Status("wamid.1", "delivered", product.Clock.GetUtcNow(), attempt)));

        Assert.Equal("delivered", (await talk.Conversation.GetMessage(message.MessageId))!.Status);
        Assert.Equal(1, await talk.CountInLog("message_sent"));
    }

    [Fact]
    public async Task A_message_that_the_other_has_sent_again_meanwhile_is_not_sent_a_third_time()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 131051 });
        var message = await talk.Accepted("Good morning to you");
        await talk.Becomes(message.MessageId, "failed");
        product.Appends.Before("message_queued", async _ =>
        {
            var failed = (await Journal(product).FindMessageAsync(talk.Key, message.MessageId))!;
            await Other(product, talk, new RetryMessage(failed, "bob", new SendingFacts(Firms.NorthwindNumber, new Aliases(talk.Phone.Number, null))));
            await Other(product, talk, new StartAttempt(message.MessageId, "attempt-2", Firms.NorthwindNumber, Domain.Contacts.Aliases.None));
            var sending = (await Journal(product).FindMessageAsync(talk.Key, message.MessageId))!;
            await Other(product, talk, new RecordOutcome(sending, "attempt-2", new AttemptOutcome.Accepted("wamid.2")));
        });

        var answer = await talk.Retry(message.MessageId);

        Assert.Equal("invalid_request", answer.Refusal?.Code);
        Assert.Equal("sent", (await talk.Conversation.GetMessage(message.MessageId))!.Status);
        Assert.Equal(1, await talk.CountInLog("message_queued"));
    }

    [Fact]
    public async Task A_retry_that_is_put_off_leaves_the_queue_when_the_other_has_learned_that_the_first_attempt_arrived()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "loseRequest" });
        var message = await talk.Accepted("Good morning to you");
        await talk.Becomes(message.MessageId, "sending");
        var attempt = (string)JsonNode.Parse((await talk.Log()).Single(entry => entry.Type == "attempt_started").Body)!["attempt_id"]!;
        await product.UntilInTime(
            async () => (await talk.Conversation.GetMessage(message.MessageId))!.Status == "outcome_unknown", TimeSpan.FromMinutes(1), "unknown outcome");
        await product.WhatsApp.Misbehave(new { kind = "rateLimit", count = 1 });
        product.Appends.Before("attempt_deferred", async _ => await Other(product, talk, new RecordStatus
        {
            Message = (await Journal(product).FindMessageAsync(talk.Key, message.MessageId))!,
            AttemptId = attempt,
            ProviderMessageId = "wamid.late",
            Status = DeliveryStatus.Delivered,
            ProviderAt = product.Clock.GetUtcNow(),
        }));

        Talk.Taken(await talk.Retry(message.MessageId));
        await product.Until(async () => await talk.CountInLog("attempt_deferred") == 1, "retry put off");

        Assert.Equal("delivered", (await talk.Conversation.GetMessage(message.MessageId))!.Status);
        Assert.Empty(await product.Service<IOutboundQueue>().DepthsAsync());
        Assert.Equal(0, await product.WhatsApp.CountTaken(talk.Phone));
    }

    [Fact]
    public async Task A_request_that_the_other_took_at_the_same_time_is_answered_like_the_first_and_not_refused_for_what_it_did()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk();
        product.Appends.Before("consent_asked", async append =>
            Assert.IsType<AppendResult.Appended>(await product.Service<IConversationLog>().AppendAsync(append)));

        var answer = await talk.Ask();

        Assert.Null(answer.Refusal);
        Assert.True(answer.Repeated);
        Assert.Equal(1, await talk.CountInLog("consent_asked"));
    }

    [Fact]
    public async Task Of_two_dispatchers_with_the_same_message_only_one_may_call_the_provider()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        product.Appends.Before("attempt_started", async append =>
            await Other(product, talk, new StartAttempt(append.Events[0].MessageId!, "attempt-of-the-other", Firms.NorthwindNumber, Domain.Contacts.Aliases.None)));

        var message = await talk.Accepted("Good morning to you");
        await talk.Becomes(message.MessageId, "sending");
        await product.Idle();

        Assert.Equal(1, await talk.CountInLog("attempt_started"));
        Assert.Equal(0, await product.WhatsApp.CountTaken(talk.Phone));
    }

    private static ConversationJournal Journal(Product product) => product.Service<ConversationJournal>();

    /// <summary>What another activation would do with a command.</summary>
    private static async Task Other(Product product, Talk talk, ConversationCommand command, params SaltedContent[] contents)
    {
        var loaded = await Journal(product).LoadAsync(talk.Key);
        var decision = Conversation.Decide(loaded.State, command, ConversationRules.Default, product.Clock.GetUtcNow());
        Assert.IsType<JournalResult.Written>(await Journal(product).WriteAsync(loaded, new JournalEntry(decision.Events) { Contents = contents }));
    }

    private static ReceiveMessage Received(Product product, string wamid, string text) => new()
    {
        MessageId = wamid,
        Channel = Channel.WhatsApp,
        Number = Firms.NorthwindNumber,
        ProviderMessageId = wamid,
        ProviderAt = product.Clock.GetUtcNow(),
        Kind = "text",
        Text = text,
        Commitment = Content(text).Commitment,
        Sender = Aliases.None,
    };

    private static SaltedContent Content(string text) => SaltedContent.Of(new MessageContent { Text = text }, new byte[Commitment.SaltLength]);

    private static async Task AssertGapFree(Talk talk) =>
        Assert.Equal(Enumerable.Range(1, (await talk.Log()).Count).Select(version => (long)version), (await talk.Log()).Select(entry => entry.Version));
}
