using System.Text.Json.Nodes;
using MultiLine.Grains.Sending;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Sending;

/// <summary>A sender goes through its queue once, and finds all the same what has changed where it has been.</summary>
public sealed class LookTests
{
    [Fact]
    public async Task The_next_message_of_a_contact_goes_out_as_soon_as_the_one_before_it_has_though_the_look_has_passed_it()
    {
        await using var product = await Product.StartAsync();
        var (ada, grace) = (await product.OpenTalk(), await product.OpenTalk("+4915199900001", "Grace Hopper"));
        await PauseAsync(product, ada, "one");
        await ada.Accepted("two");
        await ada.Accepted("three");
        await grace.Accepted("one");

        await product.Sender().Resume();

        await grace.Shows("one");
        await ada.Shows("three");
        Assert.Equal(["one", "two", "three"], (await ada.Phone.Shown()).Select(message => message.Body));
    }

    [Fact]
    public async Task A_message_that_was_put_off_goes_out_when_it_is_due_though_the_look_has_passed_it()
    {
        await using var product = await Product.StartAsync();
        var (ada, grace) = (await product.OpenTalk(), await product.OpenTalk("+4915199900001", "Grace Hopper"));
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 131056 });
        var kept = await ada.Accepted("one");
        await product.Until(async () => (await ada.Conversation.GetMessage(kept.MessageId))!.ProviderCode == 131056, "message that has to wait");
        await grace.Delivered("one");
        product.Clock.Advance(TimeSpan.FromSeconds(3));
        await grace.Delivered("two");
        await product.Idle();

        product.Clock.Advance(TimeSpan.FromSeconds(3) - TimeSpan.FromMilliseconds(1));
        await product.Idle();
        Assert.Equal("queued", (await ada.Conversation.GetMessage(kept.MessageId))!.Status);
        product.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await ada.Becomes(kept.MessageId, "delivered");
    }

    [Fact]
    public async Task A_message_behind_one_that_a_status_settles_waits_no_longer_than_until_the_next_full_look()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "loseRequest" });
        var lost = await talk.Accepted("one");
        await talk.Becomes(lost.MessageId, "sending");
        await product.Idle();
        await talk.Accepted("two");
        await product.Idle();
        var attempt = (string)JsonNode.Parse((await talk.Log()).Single(entry => entry.Type == "attempt_started").Body)!["attempt_id"]!;

        await product.Take(WebhookBodies.Of(WebhookBodies.Status("wamid.late", "delivered", product.Clock.GetUtcNow(), attempt)));
        product.Clock.Advance(QueueLook.FullWhenStirred);

        await talk.Shows("two");
    }

    [Fact]
    public async Task What_is_read_of_a_long_queue_grows_with_the_messages_and_not_with_their_square()
    {
        // As many as the simulator takes within the one second of a clock that stands still.
        const int Contacts = 75;
        var queue = new CountedQueue();
        await using var product = await Product.StartAsync(new ProductSettings
        {
            Replace = queue.Count,
            Product = { ["Sending:MessagesPerSecond"] = "1000" },
        });
        List<Talk> talks = [];
        for (var contact = 0; contact < Contacts; contact++)
        {
            talks.Add(await product.OpenTalk($"+49151700{contact:00000}", $"Contact {contact}"));
        }

        await PauseAsync(product, talks[0], "one");
        foreach (var talk in talks[1..])
        {
            await talk.Accepted("one");
        }

        await product.Sender().Resume();
        foreach (var talk in talks)
        {
            await talk.Shows("one");
        }

        Assert.InRange(queue.Messages, Contacts, 4 * Contacts);
    }

    /// <summary>The number pauses for what is sent to this contact, and that waits in the queue, and is due again.</summary>
    private static async Task PauseAsync(Product product, Talk talk, string text)
    {
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 190, httpStatus = 401 });
        await talk.Accepted(text);
        await product.Until(async () => (await product.Sender().GetHealth()).Pause is not null, "pause of the number");
        await product.Idle();
        product.Clock.Advance(TimeSpan.FromMinutes(4));
        await product.Idle();
    }
}
