using System.Text.Json.Nodes;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Sending;

/// <summary>What becomes of a message when the provider's answer is late, lost or no answer at all.</summary>
public sealed class UncertainSendTests
{
    [Fact]
    public async Task A_message_whose_reply_was_lost_is_not_sent_twice_and_becomes_sent_by_its_status()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "loseReply" });

        var message = await talk.Delivered("Good morning to you");

        Assert.Equal(1, message.Attempts);
        var sent = JsonNode.Parse((await talk.Log()).Single(entry => entry.Type == "message_sent").Body)!;
        Assert.Equal("status", (string?)sent["by"]);
        product.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("delivered", (await talk.Conversation.GetMessage(message.MessageId))!.Status);
        Assert.Equal(1, await product.WhatsApp.CountTaken(talk.Phone));
    }

    [Theory]
    [InlineData("loseRequest")]
    [InlineData("serverError")]
    public async Task An_attempt_that_nobody_answers_for_ends_as_unknown_and_is_repeated_by_nobody_but_a_person(string fault)
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = fault });
        var message = await talk.Accepted("Good morning to you");
        await talk.Becomes(message.MessageId, "sending");
        await product.Idle();

        product.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        await product.Idle();
        Assert.Equal("sending", (await talk.Conversation.GetMessage(message.MessageId))!.Status);
        product.Clock.Advance(TimeSpan.FromSeconds(1));
        await talk.Becomes(message.MessageId, "outcome_unknown");
        Assert.Equal(0, await product.WhatsApp.CountTaken(talk.Phone));

        Talk.Taken(await talk.Retry(message.MessageId));
        await talk.Becomes(message.MessageId, "delivered");
        Assert.Equal(2, (await talk.Conversation.GetMessage(message.MessageId))!.Attempts);
        Assert.Equal(1, await product.WhatsApp.CountTaken(talk.Phone));
    }

    [Fact]
    public async Task A_status_that_comes_after_the_outcome_was_called_unknown_settles_it()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "loseRequest" });
        var message = await talk.Accepted("Good morning to you");
        await talk.Becomes(message.MessageId, "sending");
        var attempt = (string)JsonNode.Parse((await talk.Log()).Single(entry => entry.Type == "attempt_started").Body)!["attempt_id"]!;
        await product.UntilInTime(
            async () => (await talk.Conversation.GetMessage(message.MessageId))!.Status == "outcome_unknown", TimeSpan.FromMinutes(1), "unknown outcome");

        await product.Take(WebhookBodies.Of(WebhookBodies.Status("wamid.late", "delivered", product.Clock.GetUtcNow(), attempt)));

        Assert.Equal("delivered", (await talk.Conversation.GetMessage(message.MessageId))!.Status);
        Assert.Equal("invalid_request", (await talk.Retry(message.MessageId)).Refusal?.Code);
    }

    [Fact]
    public async Task A_message_that_was_surely_not_taken_is_tried_again_by_itself()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "rateLimit", count = 2 });

        var message = await talk.Accepted("Good morning to you");
        await product.Until(
            async () => await talk.Conversation.GetMessage(message.MessageId) is { Status: "queued", ProviderCode: 130429 }, "message put off by 130429");
        await product.UntilInTime(
            async () => (await talk.Conversation.GetMessage(message.MessageId))!.Status == "delivered", TimeSpan.FromSeconds(1), "delivered message");

        Assert.Equal(3, (await talk.Conversation.GetMessage(message.MessageId))!.Attempts);
        Assert.Equal(1, await product.WhatsApp.CountTaken(talk.Phone));
    }

    [Fact]
    public async Task The_waits_begin_anew_when_a_person_sends_a_message_again()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 131051 });
        var message = await talk.Accepted("Good morning to you");
        await talk.Becomes(message.MessageId, "failed");
        await product.WhatsApp.Misbehave(new { kind = "rateLimit" });

        Talk.Taken(await talk.Retry(message.MessageId));
        await product.Until(async () => (await talk.Conversation.GetMessage(message.MessageId))!.ProviderCode == 130429, "message that has to wait");
        await product.Idle();

        product.Clock.Advance(TimeSpan.FromSeconds(1));
        await talk.Becomes(message.MessageId, "delivered");
    }

    [Theory]
    [InlineData(131026, "not_on_whatsapp")]
    [InlineData(131047, "session_closed")]
    [InlineData(131051, "provider_refused")]
    [InlineData(132012, "template_parameters")]
    [InlineData(132015, "template_not_approved")]
    public async Task A_message_that_the_provider_refuses_fails_with_a_reason(int providerCode, string code)
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = providerCode });

        var message = await talk.Accepted("Good morning to you");
        await talk.Becomes(message.MessageId, "failed");

        var failed = (await talk.Conversation.GetMessage(message.MessageId))!;
        Assert.Equal((code, providerCode), (failed.Failure?.Code, failed.ProviderCode));
    }

    [Fact]
    public async Task A_message_that_failed_on_its_way_can_be_sent_again()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "failMessage", code = 131053 });
        var message = await talk.Accepted("Good morning to you");
        await talk.Becomes(message.MessageId, "failed");

        Talk.Taken(await talk.Retry(message.MessageId));

        await talk.Becomes(message.MessageId, "delivered");
    }
}
