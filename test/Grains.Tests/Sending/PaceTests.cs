using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Sending;

/// <summary>How fast a number sends, in which order, and what stops it.</summary>
public sealed class PaceTests
{
    [Fact]
    public async Task A_contact_gets_as_many_messages_at_once_as_the_pair_allows_and_the_rest_at_its_rate()
    {
        await using var product = await Product.StartAsync(new ProductSettings { Product = { ["Sending:PairBurst"] = "2" } });
        var talk = await product.OpenTalk();
        foreach (var text in (string[])["one", "two", "three", "four"])
        {
            await talk.Accepted(text);
        }

        await talk.Shows("two");
        await product.Idle();
        Assert.Equal(["one", "two"], await Texts(talk));

        product.Clock.Advance(TimeSpan.FromSeconds(6) - TimeSpan.FromMilliseconds(1));
        await product.Idle();
        Assert.Equal(["one", "two"], await Texts(talk));
        product.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await talk.Shows("three");
        product.Clock.Advance(TimeSpan.FromSeconds(6));
        await talk.Shows("four");
    }

    [Fact]
    public async Task A_number_sends_no_faster_than_it_may_and_then_goes_on_by_itself()
    {
        await using var product = await Product.StartAsync(new ProductSettings { Product = { ["Sending:MessagesPerSecond"] = "1" } });
        var ada = await product.OpenTalk();
        var grace = await product.OpenTalk("+4915199900001", "Grace Hopper");

        await ada.Delivered("one");
        var second = await grace.Accepted("two");
        await product.Idle();
        Assert.Equal("queued", (await grace.Conversation.GetMessage(second.MessageId))!.Status);

        product.Clock.Advance(TimeSpan.FromSeconds(1));
        await grace.Becomes(second.MessageId, "delivered");
    }

    [Fact]
    public async Task A_number_may_have_a_rate_of_its_own()
    {
        await using var product = await Product.StartAsync(new ProductSettings
        {
            Organizations = [Firms.NorthwindBank, Firms.ContosoInsurance],
            Product = { [$"Sending:MessagesPerSecondOf:{Firms.NorthwindNumber}"] = "1" },
        });
        var (ada, grace) = (await product.OpenTalk(), await product.OpenTalk("+4915199900001", "Grace Hopper"));
        var alan = await product.OpenTalk("+4915199900002", "Alan Turing", Firms.Contoso);

        await ada.Delivered("one");
        var second = await grace.Accepted("two");
        await alan.Delivered("one");
        await alan.Delivered("two");
        await product.Idle();

        Assert.Equal("queued", (await grace.Conversation.GetMessage(second.MessageId))!.Status);
    }

    [Fact]
    public async Task However_many_contacts_may_not_get_more_now_the_next_one_gets_its_message()
    {
        await using var product = await Product.StartAsync(new ProductSettings
        {
            Product = { ["Sending:PairBurst"] = "1", ["Sending:MessagesPerSecond"] = "1000" },
        });
        var last = await product.OpenTalk();
        List<Talk> talks = [];
        for (var contact = 0; contact < 210; contact++)
        {
            talks.Add(await product.Talk($"+49151700{contact:00000}", $"Contact {contact}"));
        }

        await product.Take(WebhookBodies.Of([.. talks.Select(talk =>
            WebhookBodies.Text($"wamid.{talk.Phone.Number}", "Hello", product.Clock.GetUtcNow(), phone: talk.Phone.Number))]));
        foreach (var talk in talks)
        {
            await talk.Accepted("one");
            await talk.Accepted("two");
        }

        await product.Idle();

        await last.Delivered("one");
    }

    [Fact]
    public async Task A_contact_whom_WhatsApp_says_gets_too_many_messages_gets_the_next_one_no_sooner_than_the_pair_allows()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var grace = await product.OpenTalk("+4915199900001", "Grace Hopper");
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 131056 });
        var message = await talk.Accepted("one");
        await product.Until(async () => (await talk.Conversation.GetMessage(message.MessageId))!.ProviderCode == 131056, "message that has to wait");
        await product.Idle();

        product.Clock.Advance(TimeSpan.FromSeconds(5.9));
        await product.Idle();
        Assert.Equal(("queued", 1), await StatusAndAttempts(talk, message.MessageId));
        await grace.Delivered("to another contact");
        product.Clock.Advance(TimeSpan.FromSeconds(0.1));
        await talk.Becomes(message.MessageId, "delivered");
    }

    [Fact]
    public async Task A_number_that_WhatsApp_says_sends_too_fast_has_no_burst_left()
    {
        await using var product = await Product.StartAsync(new ProductSettings { Product = { ["Sending:MessagesPerSecond"] = "10" } });
        var ada = await product.OpenTalk();
        var grace = await product.OpenTalk("+4915199900001", "Grace Hopper");
        await product.WhatsApp.Misbehave(new { kind = "rateLimit" });
        var first = await ada.Accepted("one");
        await product.Until(async () => (await ada.Conversation.GetMessage(first.MessageId))!.ProviderCode == 130429, "message that has to wait");
        await product.Idle();

        var second = await grace.Accepted("two");
        await product.Idle();
        Assert.Equal(("queued", 0), await StatusAndAttempts(grace, second.MessageId));
        product.Clock.Advance(TimeSpan.FromMilliseconds(100));
        await grace.Becomes(second.MessageId, "delivered");
    }

    [Fact]
    public async Task Messages_of_a_conversation_arrive_in_the_order_in_which_they_were_taken()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        string[] texts = [.. Enumerable.Range(1, 20).Select(number => $"number {number}")];

        foreach (var text in texts)
        {
            await talk.Accepted(text);
        }

        await talk.Shows("number 20");
        Assert.Equal(texts, await Texts(talk));
    }

    [Fact]
    public async Task A_message_that_has_to_wait_is_not_overtaken_by_the_next_one_of_its_conversation()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "rateLimit" });
        var first = await talk.Accepted("one");
        await product.Until(async () => (await talk.Conversation.GetMessage(first.MessageId))!.ProviderCode == 130429, "message that has to wait");

        await talk.Accepted("two");
        await product.Idle();
        Assert.Empty(await Texts(talk));

        await product.UntilInTime(async () => (await Texts(talk)).Count == 2, TimeSpan.FromSeconds(1), "both messages");
        Assert.Equal(["one", "two"], await Texts(talk));
    }

    [Fact]
    public async Task A_number_whose_token_has_expired_pauses_and_goes_on_when_a_person_says_so()
    {
        await using var product = await Product.StartAsync();
        var ada = await product.OpenTalk();
        var grace = await product.OpenTalk("+4915199900001", "Grace Hopper");
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 190, httpStatus = 401 });

        var first = await ada.Accepted("one");
        await product.Until(async () => (await product.Sender().GetHealth()).Pause?.ProviderCode == 190, "pause of the number");
        var second = await grace.Accepted("two");
        product.Clock.Advance(TimeSpan.FromMinutes(4));
        await product.Idle();
        Assert.Equal(("queued", 1), await StatusAndAttempts(ada, first.MessageId));
        Assert.Equal(("queued", 0), await StatusAndAttempts(grace, second.MessageId));

        await product.Sender().Resume();
        await ada.Becomes(first.MessageId, "delivered");
        await grace.Becomes(second.MessageId, "delivered");
        Assert.Null((await product.Sender().GetHealth()).Pause);
    }

    [Fact]
    public async Task A_paused_number_is_tried_again_after_a_while()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 190, httpStatus = 401 });
        var message = await talk.Accepted("one");
        await product.Until(async () => (await product.Sender().GetHealth()).Pause is not null, "pause of the number");

        product.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        await product.Idle();
        Assert.Equal("queued", (await talk.Conversation.GetMessage(message.MessageId))!.Status);
        product.Clock.Advance(TimeSpan.FromSeconds(1));
        await talk.Becomes(message.MessageId, "delivered");
    }

    [Fact]
    public async Task While_a_number_pauses_an_attempt_that_nobody_answered_ends_in_its_time()
    {
        await using var product = await Product.StartAsync(new ProductSettings { Product = { ["Sending:PauseFor"] = "01:00:00" } });
        var (ada, grace) = (await product.OpenTalk(), await product.OpenTalk("+4915199900001", "Grace Hopper"));
        await product.WhatsApp.Misbehave(new { kind = "serverError" });
        var lost = await ada.Accepted("one");
        await product.Idle();
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 190, httpStatus = 401 });
        var kept = await grace.Accepted("two");
        await product.Until(async () => (await product.Sender().GetHealth()).Pause is not null, "pause of the number");
        await product.Idle();

        product.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        await product.Idle();
        Assert.Equal("sending", (await ada.Conversation.GetMessage(lost.MessageId))!.Status);
        product.Clock.Advance(TimeSpan.FromSeconds(1));
        await ada.Becomes(lost.MessageId, "outcome_unknown");
        Assert.Equal(("queued", 1), await StatusAndAttempts(grace, kept.MessageId));
    }

    [Fact]
    public async Task A_message_that_the_limit_on_spam_keeps_back_waits_and_holds_nobody_else_up()
    {
        await using var product = await Product.StartAsync();
        var ada = await product.OpenTalk();
        var grace = await product.OpenTalk("+4915199900001", "Grace Hopper");
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 131048 });

        var kept = await ada.Accepted("one");
        await product.Until(async () => (await ada.Conversation.GetMessage(kept.MessageId))!.ProviderCode == 131048, "message that has to wait");
        await grace.Delivered("two");
        await product.Idle();
        Assert.Null((await product.Sender().GetHealth()).Pause);

        product.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        await product.Idle();
        Assert.Equal(("queued", 1), await StatusAndAttempts(ada, kept.MessageId));
        product.Clock.Advance(TimeSpan.FromSeconds(1));
        await ada.Becomes(kept.MessageId, "delivered");
    }

    [Fact]
    public async Task A_message_that_is_due_for_its_sender_but_not_for_its_conversation_rests_before_it_is_handed_out_again()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 190, httpStatus = 401 });
        var message = await talk.Accepted("one");
        await product.Until(async () => (await product.Sender().GetHealth()).Pause is not null, "pause of the number");
        await product.Idle();
        Assert.True(await talk.Conversation.ResolveAttempt(message.MessageId));

        product.Clock.Advance(TimeSpan.FromSeconds(1));
        await product.Sender().Release(new PermitReturn(talk.Key.ToString(), message.MessageId, HoldFor: TimeSpan.FromSeconds(1)));
        await product.Sender().Resume();
        await product.Idle();
        Assert.Equal(("queued", 1), await StatusAndAttempts(talk, message.MessageId));

        product.Clock.Advance(TimeSpan.FromSeconds(1));
        await talk.Becomes(message.MessageId, "delivered");
        Assert.False(await talk.Conversation.ResolveAttempt(message.MessageId));
    }

    private static async Task<IReadOnlyList<string>> Texts(Talk talk) => [.. (await talk.Phone.Shown()).Select(message => message.Body)];

    private static async Task<(string Status, int Attempts)> StatusAndAttempts(Talk talk, string messageId)
    {
        var message = (await talk.Conversation.GetMessage(messageId))!;
        return (message.Status, message.Attempts);
    }
}
