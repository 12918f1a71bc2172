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
}
