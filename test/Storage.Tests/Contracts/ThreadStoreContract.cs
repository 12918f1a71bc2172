using MultiLine.Domain;
using MultiLine.Storage.Contacts;
using MultiLine.Storage.Inbox;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class ThreadStoreContract : StorageContract
{
    private const string Line = "acme/sales";

    private IThreadStore Threads => Port<IThreadStore>();

    [Fact]
    public async Task A_summary_is_replaced_and_its_events_enter_the_feed()
    {
        Assert.True(await Threads.ApplyAsync(Line, [Change("anna", 0, 2, feed: [1, 2])]));
        Assert.True(await Threads.ApplyAsync(Line, [Change("anna", 2, 3, feed: [3])]));

        var thread = await Threads.FindAsync(Line, "anna");
        Assert.Equal((3, Noon.AddMinutes(3)), (thread!.Version, thread.LastActivityAt));
        Assert.Equal([3], thread.Summary);
        Assert.Equal([(1, 1), (2, 2), (3, 3)], (await Threads.ReadFeedAsync(Line, 0, 10)).Select(entry => (entry.Cursor, entry.Version)));
        Assert.Equal(3, await Threads.FeedHeadAsync(Line));
    }

    [Fact]
    public async Task Many_threads_are_found_at_once()
    {
        Assert.True(await Threads.ApplyAsync(Line, [Change("anna", 0, 2, feed: [1, 2]), Change("bert", 0, 1, feed: [1])]));

        var found = await Threads.FindAsync(Line, ["bert", "cora", "anna"]);

        Assert.Equal([("anna", 2), ("bert", 1)], found.Values.Select(thread => (thread.Contact, thread.Version)).Order());
    }

    [Fact]
    public async Task One_stale_thread_refuses_all_changes()
    {
        await Threads.ApplyAsync(Line, [Change("anna", 0, 1, feed: [1])]);

        Assert.False(await Threads.ApplyAsync(Line, [Change("bert", 0, 1, feed: [1]), Change("anna", 0, 1, feed: [1])]));

        Assert.Null(await Threads.FindAsync(Line, "bert"));
        Assert.Equal(1, await Threads.FeedHeadAsync(Line));
    }

    [Fact]
    public async Task A_change_of_the_summary_alone_is_told_by_the_feed()
    {
        await Threads.ApplyAsync(Line, [Change("anna", 0, 1, feed: [1])]);

        await Threads.ApplyAsync(Line, [Change("anna", 1, 1, feed: [])]);

        Assert.Equal([new FeedEntry(2, "anna", FeedEntry.SummaryOnly)], await Threads.ReadFeedAsync(Line, 1, 10));
    }

    [Fact]
    public async Task The_feed_has_no_gaps_whoever_writes_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            () => Threads.ApplyAsync(Line, [Change($"c{i}", 0, 2, feed: [1, 2]), Change($"d{i}", 0, 1, feed: [1])]))));

        var feed = await Threads.ReadFeedAsync(Line, 0, 1000);
        Assert.Equal(Enumerable.Range(1, 60).Select(n => (long)n), feed.Select(entry => entry.Cursor));
        Assert.Equal(60, feed.Distinct().Count());
    }

    [Fact]
    public async Task A_reader_that_goes_on_from_its_cursor_misses_nothing_and_gets_nothing_twice()
    {
        const int Changes = 60;
        List<FeedEntry> followed = [];
        var following = Task.Run(async () =>
        {
            while (followed.Count < Changes)
                followed.AddRange(await Threads.ReadFeedAsync(Line, followed.LastOrDefault()?.Cursor ?? 0, 7));
        });
        await Task.WhenAll(Enumerable.Range(0, Changes).Select(i => Task.Run(() => Threads.ApplyAsync(Line, [Change($"c{i}", 0, 1, feed: [1])]))));

        await following.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(Enumerable.Range(1, Changes).Select(n => (long)n), followed.Select(entry => entry.Cursor));
        Assert.Equal(Changes, followed.Select(entry => entry.Contact).Distinct().Count());
    }

    [Fact]
    public async Task Threads_are_paged_by_last_activity_newest_first()
    {
        await Threads.ApplyAsync(Line, [Change("anna", 0, 5), Change("bert", 0, 7), Change("cora", 0, 5), Change("dora", 0, 1)]);
        await Threads.ApplyAsync("acme/other", [Change("eric", 0, 9)]);

        var first = await Threads.ReadAsync(Line, null, 2);
        var second = await Threads.ReadAsync(Line, new ThreadCursor(first[^1].LastActivityAt, first[^1].Contact), 10);

        Assert.Equal(["bert", "anna"], first.Select(thread => thread.Contact));
        Assert.Equal(["cora", "dora"], second.Select(thread => thread.Contact));
    }

    [Fact]
    public async Task Threads_are_found_by_a_part_of_the_contacts_name_or_number_whatever_its_case()
    {
        await Threads.ApplyAsync(Line, [Change("c1", 0, 1), Change("c2", 0, 2), Change("c3", 0, 3), Change("unnamed", 0, 4)]);
        await Threads.ApplyAsync("other/sales", [Change("c1", 0, 5)]);
        foreach (var (id, name, phone) in new[] { ("c1", "Änne Berg", "+491701234567"), ("c2", "Bert Anner", "+14155550100"), ("c3", "Cora 170", null) })
            await Port<IContactStore>().SaveAsync("acme", new ContactRow(id, 1, name, phone, null), 0);

        Assert.Equal(["c1"], await Found("ÄNNE"));
        Assert.Equal(["c3", "c1"], await Found("170"));
        Assert.Equal(["c2"], await Found("anner"));
        Assert.Equal(["c2"], await Found("+1"));
        Assert.Empty(await Found("nobody"));
        Assert.Empty(await Threads.ReadAsync("other/sales", null, 10, new ThreadFilter("berg", null)));
    }

    [Fact]
    public async Task Threads_are_found_by_a_channel_that_they_have_had()
    {
        await Threads.ApplyAsync(
            Line,
            [
                Change("anna", 0, 1, channels: [Channel.WhatsApp]), Change("bert", 0, 2, channels: [Channel.WhatsApp, Channel.Sms]),
                Change("cora", 0, 3, channels: [Channel.Voice]), Change("dora", 0, 4),
            ]);

        Assert.Equal(["bert", "anna"], await On(Channel.WhatsApp));
        Assert.Equal(["bert"], await On(Channel.Sms));
        Assert.Equal(["cora"], await On(Channel.Voice));
        Assert.Equal([Channel.WhatsApp, Channel.Sms], (await Threads.FindAsync(Line, "bert"))!.Channels.AsEnumerable());
    }

    [Fact]
    public async Task A_search_that_finds_thousands_of_contacts_leaves_no_thread_out_and_shows_none_twice()
    {
        const int Many = 3000;
        await Task.WhenAll(Enumerable.Range(0, Many).Select(i => Task.Run(async () =>
        {
            await Port<IContactStore>().SaveAsync("acme", new ContactRow($"c{i}", 1, i % 3 == 0 ? $"Keller {i}" : $"Someone {i}", null, null), 0);
            // Many at the same time, so that the order among them counts.
            await Threads.ApplyAsync(Line, [Change($"c{i}", 0, 1 + (i % 7))]);
        })));

        List<ThreadRow> found = [];
        IReadOnlyList<ThreadRow> page;
        do
        {
            var after = found.Count == 0 ? null : new ThreadCursor(found[^1].LastActivityAt, found[^1].Contact);
            page = await Threads.ReadAsync(Line, after, 137, new ThreadFilter("keller", null));
            found.AddRange(page);
        }
        while (page.Count == 137);

        Assert.Equal(Many / 3, found.Count);
        Assert.Equal(Many / 3, found.Select(thread => thread.Contact).Distinct().Count());
        Assert.Equal(found.OrderByDescending(thread => thread.LastActivityAt).ThenBy(thread => thread.Contact, StringComparer.Ordinal), found);
    }

    [Fact]
    public async Task A_feed_goes_on_where_it_was_after_closing_and_opening()
    {
        await Threads.ApplyAsync(Line, [Change("anna", 0, 1, feed: [1])]);
        await Storage.ReopenAsync();
        await Threads.ApplyAsync(Line, [Change("anna", 1, 2, feed: [2])]);

        Assert.Equal(2, await Threads.FeedHeadAsync(Line));
    }

    private async Task<IEnumerable<string>> Found(string search) =>
        (await Threads.ReadAsync(Line, null, 10, new ThreadFilter(search, null))).Select(thread => thread.Contact);

    private async Task<IEnumerable<string>> On(Channel channel) =>
        (await Threads.ReadAsync(Line, null, 10, new ThreadFilter(null, channel))).Select(thread => thread.Contact);

    private static ThreadChange Change(string contact, long expected, long version, long[]? feed = null, Channel[]? channels = null) =>
        new(expected, new ThreadRow(contact, version, Noon.AddMinutes(version), [(byte)version]) { Channels = [.. channels ?? []] }, feed ?? [version]);
}
