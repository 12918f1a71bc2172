using System.Text;
using System.Text.Json;
using MultiLine.Grains.Inbox;
using MultiLine.Grains.Interfaces.Inbox;
using MultiLine.Grains.Tests.Running;
using MultiLine.Storage.Log;

namespace MultiLine.Grains.Tests.Inbox;

public sealed class InboxTests
{
    [Fact]
    public async Task The_feed_has_every_event_of_every_conversation_without_a_gap()
    {
        await using var product = await Product.StartAsync();
        var ada = await product.OpenTalk();
        var grace = await product.OpenTalk("+4915199900001", "Grace Hopper");
        await ada.Delivered("one");
        await grace.Delivered("two");
        await product.Threads();

        var changes = (await product.Inbox().GetChanges(0, 1000, TimeSpan.Zero)).Changes;

        Assert.Equal(Enumerable.Range(1, changes.Count).Select(cursor => (long)cursor), changes.Select(change => change.Cursor));
        foreach (var talk in (Talk[])[ada, grace])
        {
            var log = await talk.Log();
            Assert.Equal(
                log.Select(entry => (entry.Version, entry.Type)),
                changes.Where(change => change.Contact == talk.Key.Contact).Select(change => (change.Version, change.Type)));
        }
    }

    [Fact]
    public async Task A_page_of_the_feed_goes_on_where_the_last_one_ended()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await talk.Delivered("one");
        await product.Threads();
        var all = (await product.Inbox().GetChanges(0, 1000, TimeSpan.Zero)).Changes;

        List<InboxChange> paged = [];
        while (await product.Inbox().GetChanges(paged.Count == 0 ? 0 : paged[^1].Cursor, 2, TimeSpan.Zero) is { Changes.Count: > 0 } page)
        {
            paged.AddRange(page.Changes);
        }

        Assert.Equal(all, paged);
    }

    [Fact]
    public async Task A_message_of_the_contact_is_unread_until_somebody_has_read_that_far()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk();
        var first = await talk.Hears("one");
        var second = await talk.Hears("two");
        await talk.Delivered("three");
        Assert.Equal(2, await Unread(product, talk));

        await product.Inbox().MarkRead(talk.Key.Contact, first.Place);
        Assert.Equal(1, await Unread(product, talk));
        await product.Inbox().MarkRead(talk.Key.Contact, second.Place);
        Assert.Equal(0, await Unread(product, talk));

        await talk.Hears("four");
        Assert.Equal(1, await Unread(product, talk));
    }

    [Fact]
    public async Task Marking_more_as_read_than_there_is_hides_nothing_that_comes_later()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.Inbox().MarkRead(talk.Key.Contact, long.MaxValue);
        Assert.Equal(0, await Unread(product, talk));

        await talk.Hears("And one more thing");

        Assert.Equal(1, await Unread(product, talk));
    }

    [Fact]
    public async Task Whoever_waits_for_changes_is_woken_by_the_first_one()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.Threads();
        var cursor = await product.Inbox().GetCursor();
        var waiting = product.Inbox().GetChanges(cursor, 100, TimeSpan.FromSeconds(20));

        await talk.Hears("Are you there?");

        // A stream may take a moment. The wait ends long before its time: it was woken.
        var start = product.Clock.GetUtcNow();
        await product.UntilInTime(() => Task.FromResult(waiting.IsCompleted), TimeSpan.FromMilliseconds(100), "end of the wait");
        Assert.InRange(product.Clock.GetUtcNow() - start, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        var changes = (await waiting).Changes;
        Assert.Equal(cursor + 1, changes[0].Cursor);
        Assert.Contains(changes, change => change.Type == "message_received");
    }

    [Fact]
    public async Task Whoever_waits_for_changes_while_a_message_is_read_hears_of_it()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.Threads();
        var cursor = await product.Inbox().GetCursor();
        var waiting = product.Inbox().GetChanges(cursor, 100, TimeSpan.FromSeconds(20));

        await product.Inbox().MarkRead(talk.Key.Contact, (await talk.Log()).Count);

        var change = Assert.Single((await waiting.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System)).Changes);
        Assert.Equal("thread_read", change.Type);
    }

    [Fact]
    public async Task Whoever_waits_for_changes_hears_of_what_no_notice_told()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.Threads();
        var cursor = await product.Inbox().GetCursor();
        var version = await talk.ChangesUntold();

        var waiting = product.Inbox().GetChanges(cursor, 100, TimeSpan.FromSeconds(2));

        // By small steps: the call itself has no more time than any other.
        await product.UntilInTime(() => Task.FromResult(waiting.IsCompleted), TimeSpan.FromMilliseconds(100), "end of the wait");
        var change = Assert.Single((await waiting).Changes);
        Assert.Equal((talk.Key.Contact, version, "aliases_learned"), (change.Contact, change.Version, change.Type));
    }

    [Fact]
    public async Task A_thread_that_does_not_open_is_shown_without_its_summary_and_holds_up_no_other()
    {
        await using var product = await Product.StartAsync();
        var ada = await product.OpenTalk();
        var grace = await product.OpenTalk("+4915199900001", "Grace Hopper");
        await product.Threads();
        await product.Alter("UPDATE thread SET summary = zeroblob(length(summary)) WHERE line || '/' || contact = ?1", ada.Key);

        product.Clock.Advance(TimeSpan.FromSeconds(1));
        await ada.Hears("Can you hear me?");
        var heard = await grace.Hears("Good day");

        Assert.Equal([("Good day", 2), (null, 0)], (await product.Threads()).Select(thread => (thread.Preview, thread.Unread)));
        await product.Inbox().MarkRead(grace.Key.Contact, heard.Place);
        Assert.Equal(0, await Unread(product, grace));
        Assert.Contains(product.Log.Warnings, line => line.Contains($"could not follow {ada.Key}", StringComparison.Ordinal));
        Assert.Equal(2, (await ada.Messages()).Count);
    }

    [Fact]
    public async Task Catching_up_ends_although_the_log_grows_faster_than_it_is_read()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.Threads();
        var untold = await talk.ChangesUntold();
        var growth = new Growth(product, talk);

        await product.Inbox().CatchUp();

        Assert.InRange(growth.Stop(), 1, Growth.Most / 2);
        Assert.InRange((await product.Inbox().GetThread(talk.Key.Contact))!.Version, untold, long.MaxValue);
    }

    [Fact]
    public void A_stored_summary_is_written_and_read_as_it_always_was()
    {
        const string Stored =
            """{"schema":1,"unread":2,"read_up_to":7,"channel":"whatsapp","message_id":"m1","direction":"in","status":"received","preview":"Hello"}""";
        var summary = new StoredSummary
        {
            Unread = 2, ReadUpTo = 7, MessageId = "m1", Direction = "in", Status = "received", Preview = "Hello",
        };

        Assert.Equal(Stored, Encoding.UTF8.GetString(summary.ToBytes()));
        Assert.Equal(summary, StoredSummary.FromBytes(Encoding.UTF8.GetBytes(Stored)));
        Assert.Equal(summary, StoredSummary.FromBytes(Encoding.UTF8.GetBytes(Stored.Replace("\"schema\":1,", "", StringComparison.Ordinal))));
        Assert.Throws<JsonException>(() => StoredSummary.FromBytes("""{"schema":2}"""u8));
    }

    [Fact]
    public void A_summary_with_the_newest_kind_and_a_merge_is_written_and_read()
    {
        const string Stored =
            """{"schema":1,"unread":0,"read_up_to":0,"merged_into":"c1","channel":"whatsapp","message_id":"m1","direction":"in","status":"received","kind":"image","preview":null}""";
        var summary = new StoredSummary { MessageId = "m1", Direction = "in", Status = "received", Kind = "image", MergedInto = "c1" };

        Assert.Equal(Stored, Encoding.UTF8.GetString(summary.ToBytes()));
        Assert.Equal(summary, StoredSummary.FromBytes(Encoding.UTF8.GetBytes(Stored)));
    }

    [Fact]
    public async Task A_wait_without_a_change_ends_with_none()
    {
        await using var product = await Product.StartAsync();
        var waiting = product.Inbox().GetChanges(0, 100, TimeSpan.FromSeconds(2));

        // By small steps: the call itself has no more time than any other.
        await product.UntilInTime(() => Task.FromResult(waiting.IsCompleted), TimeSpan.FromMilliseconds(100), "end of the wait");

        Assert.Empty((await waiting).Changes);
    }

    [Fact]
    public async Task Threads_are_sorted_by_their_newest_message_and_paged()
    {
        await using var product = await Product.StartAsync();
        var phones = Enumerable.Range(0, 5).Select(i => $"+491519990{i:0000}").ToList();
        List<string> contacts = [];
        foreach (var phone in phones)
        {
            contacts.Add((await product.OpenTalk(phone, phone)).Key.Contact);
            product.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        List<string> paged = [];
        string? cursor = null;
        do
        {
            var page = (await product.Inbox().GetThreads(new ThreadPageRequest(cursor, 2, UnreadOnly: false)))!;
            paged.AddRange(page.Threads.Select(thread => thread.Contact));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(contacts.AsEnumerable().Reverse(), paged);
    }

    [Fact]
    public async Task A_search_with_a_channel_goes_page_by_page_through_what_both_let_through()
    {
        await using var product = await Product.StartAsync();
        List<string> meant = [];
        foreach (var (i, name) in ((int, string)[])[(0, "Ada King"), (1, "Grace Hopper"), (2, "Billie Jean King"), (3, "Martin Kinging")])
        {
            var talk = await product.OpenTalk($"+491519990{i:0000}", name);
            if (i != 2)
            {
                await new SmsTalk(product, talk).Delivered("By SMS as well");
            }

            if (i is 0 or 3)
            {
                meant.Insert(0, talk.Key.Contact);
            }

            product.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        List<string> found = [];
        string? cursor = null;
        do
        {
            var page = (await product.Inbox().GetThreads(new ThreadPageRequest(cursor, 1, UnreadOnly: false) { Search = "KING", Channel = "sms" }))!;
            found.AddRange(page.Threads.Select(thread => thread.Contact));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(meant, found);
    }

    [Fact]
    public async Task A_thread_shows_its_newest_message_and_how_it_stands()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        Assert.Equal(("Good morning", "in", "received"), await Shown(product, talk));

        await talk.Delivered("Good morning to you");
        Assert.Equal(("Good morning to you", "out", "delivered"), await Shown(product, talk));
    }

    [Fact]
    public async Task What_became_of_a_message_is_shown_without_reading_again_what_the_log_says_of_it()
    {
        var log = new CountedLog();
        await using var product = await Product.StartAsync(new ProductSettings { Replace = log.Count });
        var talk = await product.OpenTalk();
        await talk.Phone.Change(new { autoRead = true });
        await product.Idle();
        log.Reset();

        await talk.Accepted("Good morning to you");
        await product.Until(async () => (await Shown(product, talk)).Status == "read", "thread whose message is read");

        Assert.Equal(("Good morning to you", "out", "read"), await Shown(product, talk));
        Assert.Equal(0, log.Calls(nameof(IConversationLog.ReadMessagesAsync)));
        Assert.True(log.Calls(nameof(IConversationLog.AppendAsync)) >= 5, "Nothing was counted.");
    }

    private static async Task<int> Unread(Product product, Talk talk) => (await product.Inbox().GetThread(talk.Key.Contact))!.Unread;

    private static async Task<(string? Preview, string? Direction, string? Status)> Shown(Product product, Talk talk)
    {
        var thread = (await product.Inbox().GetThread(talk.Key.Contact))!;
        return (thread.Preview, thread.LastDirection, thread.LastStatus);
    }
}
