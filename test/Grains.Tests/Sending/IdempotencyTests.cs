using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Sending;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task A_request_that_is_repeated_is_answered_like_the_first_time_and_sends_nothing_more()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var first = await talk.Send("Good morning to you", requestKey: "one");
        await talk.Becomes(first.Message!.MessageId, "delivered");

        var second = await talk.Send("Good morning to you", requestKey: "one");

        Assert.True(second.Repeated);
        Assert.Equal(first.Message.MessageId, second.Message?.MessageId);
        Assert.Equal(1, await product.WhatsApp.CountTaken(talk.Phone));
    }

    [Fact]
    public async Task Requests_with_the_same_key_at_once_send_one_message()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => talk.Send("Good morning to you", requestKey: "one")));

        var messageId = Assert.Single(answers.Select(answer => answer.Message?.MessageId).Distinct());
        Assert.Single(answers, answer => !answer.Repeated);
        await talk.Becomes(messageId!, "delivered");
        Assert.Equal(1, await product.WhatsApp.CountTaken(talk.Phone));
    }

    [Fact]
    public async Task A_request_is_remembered_across_a_restart()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var first = await talk.Send("Good morning to you", requestKey: "one");
        await talk.Becomes(first.Message!.MessageId, "delivered");
        await product.KillAndStartAsync();

        var second = await talk.Send("Good morning to you", requestKey: "one");

        Assert.Equal((true, first.Message.MessageId), (second.Repeated, second.Message?.MessageId));
        Assert.Equal(1, await product.WhatsApp.CountTaken(talk.Phone));
    }

    [Fact]
    public async Task The_key_of_another_request_is_a_conflict()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var other = await product.OpenTalk("+4915199900001", "Grace Hopper");
        Talk.Taken(await talk.Send("Good morning to you", requestKey: "one"));

        Assert.Equal("idempotency_conflict", (await talk.Send("Something else", requestKey: "one")).Refusal?.Code);
        Assert.Equal("idempotency_conflict", (await other.Send("Good morning to you", requestKey: "one")).Refusal?.Code);
    }

    [Fact]
    public async Task The_key_of_a_template_with_other_values_is_a_conflict()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.ApprovedTemplate("appointment", "Dear {{1}}, we are expecting you.");
        var first = Talk.Taken(await talk.SendTemplate("appointment", ["Ada"], "one"));

        var second = await talk.SendTemplate("appointment", ["Ada"], "one");

        Assert.Equal((true, first.MessageId), (second.Repeated, second.Message?.MessageId));
        Assert.Equal("idempotency_conflict", (await talk.SendTemplate("appointment", ["Grace"], "one")).Refusal?.Code);
        Assert.Equal("idempotency_conflict", (await talk.Send(first.Text!, requestKey: "one")).Refusal?.Code);
    }

    [Fact]
    public async Task The_key_of_a_request_for_consent_with_another_basis_is_a_conflict()
    {
        await using var product = await Product.StartAsync();
        var (ada, grace) = (await product.Talk(), await product.Talk("+4915199900001", "Grace Hopper"));
        var asked = Talk.Taken(await ada.Ask("form", "one"));
        Talk.Taken(await grace.Send("Good morning", "form", "two"));

        Assert.Equal(asked.MessageId, Talk.Taken(await ada.Ask("form", "one")).MessageId);
        Assert.Equal("idempotency_conflict", (await ada.Ask("in_person", "one")).Refusal?.Code);
        Assert.Equal("idempotency_conflict", (await ada.Send("Good morning", "form", "one")).Refusal?.Code);
        Assert.Equal("idempotency_conflict", (await grace.Send("Good morning", "in_person", "two")).Refusal?.Code);
    }

    [Fact]
    public async Task A_retry_is_repeated_only_for_the_same_message()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var failed = await Failed(product, talk);
        var other = await Failed(product, talk);
        Talk.Taken(await talk.Retry(failed.MessageId, "one"));

        var second = await talk.Retry(failed.MessageId, "one");

        Assert.Equal((true, failed.MessageId), (second.Repeated, second.Message?.MessageId));
        Assert.Equal("idempotency_conflict", (await talk.Retry(other.MessageId, "one")).Refusal?.Code);
    }

    [Fact]
    public async Task A_request_whose_content_was_disposed_of_is_answered_like_the_first()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var first = Talk.Taken(await talk.Send("Good morning to you", requestKey: "one"));
        await talk.Becomes(first.MessageId, "delivered");
        await product.DisposeOfContents(talk.Key);

        var second = await talk.Send("Good morning to you", requestKey: "one");

        Assert.Equal((true, first.MessageId, null), (second.Repeated, second.Message?.MessageId, second.Message?.Text));
        Assert.Equal("idempotency_conflict", (await talk.Retry(first.MessageId, "one")).Refusal?.Code);
    }

    [Fact]
    public async Task A_request_that_was_refused_may_be_repeated_when_nothing_stands_against_it_any_more()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk();
        Assert.Equal("consent_required", (await talk.Send("Good morning", requestKey: "one")).Refusal?.Code);
        await talk.Hears("Hello");

        var taken = await talk.Send("Good morning", requestKey: "one");

        Assert.False(taken.Repeated);
        await talk.Becomes(Talk.Taken(taken).MessageId, "delivered");
    }

    [Fact]
    public async Task A_repeated_request_for_consent_answers_with_the_request_and_a_waiting_message_with_that_message()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk();
        var first = await talk.Send("Good morning", "form", "one");

        var second = await talk.Send("Good morning", "form", "one");

        Assert.Equal("Good morning", second.Message?.Text);
        Assert.Equal(first.Message?.MessageId, second.Message?.MessageId);
    }

    private static async Task<MessageSummary> Failed(Product product, Talk talk)
    {
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 131051 });
        var message = await talk.Accepted("Good morning to you");
        await talk.Becomes(message.MessageId, "failed");
        return message;
    }
}
