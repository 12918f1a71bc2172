using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Tests.Archive;
using MultiLine.Grains.Tests.Running;
using MultiLine.Storage.Inbox;
using MultiLine.Storage.Ledger;

namespace MultiLine.Grains.Tests.Recovery;

/// <summary>The process dies between two steps and starts again on what is stored.</summary>
public sealed class CrashTests
{
    [Fact]
    public async Task What_was_durable_and_told_to_nobody_reaches_archive_and_inbox_after_the_start()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk();
        var durable = product.Appends.DieAfter("message_received");
        await talk.Phone.Write("Good morning", Firms.NorthwindNumber);
        await durable;

        await product.KillAndStartAsync();

        // The stores are looked at and not the grains, which would catch up when they are asked.
        var version = (await talk.Log()).Count;
        await product.Until(
            async () => await product.Service<ILedger>().PlaceAsync(GrainKeys.ArchiveShard(Firms.Northwind, 0), talk.Key) == version,
            "the whole log in the archive");
        await product.Until(
            async () => (await product.Service<IThreadStore>().FindAsync(GrainKeys.Line(Firms.Northwind, Firms.Line), talk.Key.Contact))?.Version == version,
            "the whole log in the inbox");
        await ArchiveTests.AssertHoldsTheLogs(product, talk);
    }

    [Fact]
    public async Task A_message_that_was_durable_but_not_answered_for_is_taken_once()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk();
        var durable = product.Appends.DieAfter("message_received");
        await talk.Phone.Write("Good morning", Firms.NorthwindNumber);
        await durable;
        await product.KillAndStartAsync();

        await product.UntilInTime(
            async () => await product.WhatsApp.CountPendingWebhooks() == 0, TimeSpan.FromMilliseconds(50), "repeated webhook taken");

        Assert.Equal(1, await talk.CountInLog("message_received"));
    }

    [Fact]
    public async Task A_message_that_was_taken_goes_out_after_the_start()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var durable = product.Appends.DieAfter("message_accepted");
        _ = talk.Send("Good morning to you", requestKey: "one");
        await durable;

        await product.KillAndStartAsync();

        await talk.Shows("Good morning to you");
        var repeated = await talk.Send("Good morning to you", requestKey: "one");
        Assert.True(repeated.Repeated);
        await talk.Becomes(repeated.Message!.MessageId, "delivered");
        Assert.Equal(1, await product.WhatsApp.CountTaken(talk.Phone));
    }

    [Fact]
    public async Task A_message_that_was_about_to_be_handed_over_is_never_sent_by_itself_and_ends_as_unknown()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var durable = product.Appends.DieAfter("attempt_started");
        var message = await talk.Accepted("Good morning to you");
        await durable;

        await product.KillAndStartAsync();

        await product.UntilInTime(
            async () => (await talk.Conversation.GetMessage(message.MessageId))!.Status == "outcome_unknown", TimeSpan.FromMinutes(1), "unknown outcome");
        Assert.Equal(0, await product.WhatsApp.CountTaken(talk.Phone));
        Talk.Taken(await talk.Retry(message.MessageId));
        // A permit that was given while the clock jumped is free again when it expires.
        await product.UntilInTime(
            async () => (await talk.Conversation.GetMessage(message.MessageId))!.Status == "delivered", TimeSpan.FromMilliseconds(100), "delivered message");
    }

    [Fact]
    public async Task A_message_that_was_handed_over_is_not_sent_again_and_its_statuses_are_understood()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var handedOver = new TaskCompletionSource();
        product.Appends.Before("message_sent", _ =>
        {
            handedOver.SetResult();
            return new TaskCompletionSource().Task;
        });
        var message = await talk.Accepted("Good morning to you");
        await handedOver.Task;

        await product.KillAndStartAsync();

        await product.UntilInTime(
            async () => (await talk.Conversation.GetMessage(message.MessageId))!.Status == "delivered", TimeSpan.FromMilliseconds(50), "delivered message");
        Assert.Equal(1, await product.WhatsApp.CountTaken(talk.Phone));
        Assert.Equal(1, (await talk.Conversation.GetMessage(message.MessageId))!.Attempts);
    }

    [Fact]
    public async Task A_session_that_ended_while_the_product_was_down_is_closed_by_its_reminder_after_the_start()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.KillAsync();
        product.Clock.Advance(TimeSpan.FromHours(30));

        await product.StartHostAsync();

        await product.UntilInTime(
            async () => await talk.CountInLog("session_closed") == 1, TimeSpan.FromSeconds(10), "session_closed in the log");
    }

    [Fact]
    public async Task Everything_is_in_its_place_after_an_orderly_stop()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk();
        var waiting = await talk.Accepted("Your deed is ready.", optInBasis: "form");
        await talk.Shows("Northwind Bank would like");

        await product.StopAsync();
        await product.StartHostAsync();

        Assert.Equal("asked", (await talk.Standing()).Consent);
        Assert.Equal("Your deed is ready.", (await talk.Conversation.GetMessage(waiting.MessageId))!.Text);
        await talk.HearsTap("Yes");
        await talk.Becomes(waiting.MessageId, "delivered");
    }
}
