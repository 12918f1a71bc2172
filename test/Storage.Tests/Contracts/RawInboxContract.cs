using MultiLine.Storage.RawInbox;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class RawInboxContract : StorageContract
{
    private IRawInbox Inbox => Port<IRawInbox>();

    [Fact]
    public async Task An_item_is_kept_with_its_bytes_and_listed_without_them()
    {
        await Inbox.AddAsync(Item("a"));

        var listed = Assert.Single(await Inbox.ReadAsync(null, 10));
        var found = await Inbox.FindAsync(listed.Id);

        Assert.Empty(listed.Item.Sealed);
        Assert.Equal([1, 2, 3], found!.Item.Sealed);
        Assert.Equal(("whatsapp", "a", "unknown_number", Noon), (found.Item.Provider, found.Item.Digest, found.Item.Reason, found.Item.ReceivedAt));
        Assert.Equal((1, null), (found.Times, found.ReplayedAt));
        Assert.Equal((3, 3), (listed.SealedLength, found.SealedLength));
        Assert.Null(await Inbox.FindAsync(listed.Id + 1));
    }

    [Fact]
    public async Task The_same_bytes_are_kept_once_and_counted_even_when_they_come_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Inbox.AddAsync(Item("a")))));
        await Inbox.AddAsync(Item("a") with { Provider = "sms" });

        var entries = await Inbox.ReadAsync(null, 10);

        Assert.Equal([("sms", 1), ("whatsapp", 10)], entries.Select(entry => (entry.Item.Provider, entry.Times)));
        Assert.Equal(2, await Inbox.CountOpenAsync());
    }

    [Fact]
    public async Task A_replayed_item_is_no_longer_open_until_it_comes_again_unrecognised()
    {
        await Inbox.AddAsync(Item("a"));
        var id = Assert.Single(await Inbox.ReadAsync(null, 10)).Id;

        await Inbox.MarkReplayedAsync(id, Noon.AddHours(1));
        Assert.Equal(0, await Inbox.CountOpenAsync());
        Assert.Equal(Noon.AddHours(1), (await Inbox.FindAsync(id))!.ReplayedAt);

        await Inbox.AddAsync(Item("a") with { Reason = "not_understood" });
        Assert.Equal(1, await Inbox.CountOpenAsync());
        Assert.Equal("not_understood", (await Inbox.FindAsync(id))!.Item.Reason);
    }

    [Fact]
    public async Task Pages_run_from_the_newest_to_the_oldest()
    {
        foreach (var digest in new[] { "a", "b", "c", "d", "e" })
            await Inbox.AddAsync(Item(digest));

        var first = await Inbox.ReadAsync(null, 3);
        var second = await Inbox.ReadAsync(first[^1].Id, 3);

        Assert.Equal(["e", "d", "c"], first.Select(entry => entry.Item.Digest));
        Assert.Equal(["b", "a"], second.Select(entry => entry.Item.Digest));
    }

    private static RawItem Item(string digest) => new("whatsapp", digest, "unknown_number", [1, 2, 3], Noon);
}
