using System.Text;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Ledger;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Grains.Tests.Running;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Ledger;

namespace MultiLine.Grains.Tests.Archive;

public sealed class ArchiveTests
{
    [Fact]
    public async Task The_ledger_holds_each_event_of_each_log_once_in_order_and_chained()
    {
        await using var product = await Product.StartAsync();
        var ada = await product.OpenTalk();
        var grace = await product.OpenTalk("+4915199900001", "Grace Hopper");
        foreach (var text in (string[])["one", "two", "three"])
        {
            await ada.Delivered(text);
            await grace.Delivered(text);
        }

        await AssertHoldsTheLogs(product, ada, grace);
    }

    [Fact]
    public async Task Shards_hold_all_conversations_between_them()
    {
        await using var product = await Product.StartAsync(new ProductSettings { Product = { ["Archive:Count"] = "3" } });
        List<Talk> talks = [];
        for (var i = 0; i < 12; i++)
        {
            talks.Add(await product.OpenTalk($"+491519990{i:0000}", $"Contact {i}"));
        }

        List<ArchiveEntry> entries = [];
        for (var shard = 0; shard < 3; shard++)
        {
            entries.AddRange(await Entries(product, shard));
        }

        Assert.Equal(talks.Select(talk => talk.Key.ToString()).Order(), entries.Select(entry => entry.Conversation).Distinct().Order());
        Assert.Equal((await Task.WhenAll(talks.Select(talk => talk.Log()))).Sum(log => log.Count), entries.Count);
    }

    [Fact]
    public async Task What_the_stream_never_told_is_recorded_within_a_minute()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await AssertHoldsTheLogs(product, talk);
        var journal = product.Service<ConversationJournal>();
        var loaded = await journal.LoadAsync(talk.Key);
        await journal.WriteAsync(loaded, new JournalEntry([new AliasesLearned { At = product.Clock.GetUtcNow(), Bsuid = "DE.1" }]));

        product.Clock.Advance(TimeSpan.FromMinutes(1));

        await product.Until(
            async () => await product.Service<ILedger>().PlaceAsync(GrainKeys.ArchiveShard(Firms.Northwind, 0), talk.Key) == loaded.Version + 1,
            "the event in the archive");
    }

    /// <summary>Count, order, leaves and chain of the first shard, against the logs.</summary>
    internal static async Task AssertHoldsTheLogs(Product product, params Talk[] talks)
    {
        var page = await product.Archive().GetEntries(0, 1000);
        var logs = new Dictionary<string, byte[]>();
        foreach (var talk in talks)
        {
            foreach (var entry in await talk.Log())
            {
                logs.Add($"{talk.Key} {entry.Version}", LedgerHash.Leaf(talk.Key, entry.Version, Encoding.UTF8.GetBytes(entry.Body)));
            }
        }

        Assert.Equal(logs.Count, page.Entries.Count);
        Assert.Equal(Enumerable.Range(1, logs.Count).Select(sequence => (long)sequence), page.Entries.Select(entry => entry.Sequence));
        byte[] chain = LedgerHead.Empty.ChainHash;
        foreach (var entry in page.Entries)
        {
            var leaf = logs[$"{entry.Conversation} {entry.Version}"];
            chain = LedgerHash.Chain(chain, leaf);
            Assert.Equal((Convert.ToHexStringLower(leaf), Convert.ToHexStringLower(chain)), (entry.LeafHash, entry.ChainHash));
        }

        foreach (var ofOne in page.Entries.GroupBy(entry => entry.Conversation))
        {
            Assert.Equal(Enumerable.Range(1, ofOne.Count()).Select(version => (long)version), ofOne.Select(entry => entry.Version));
        }

        Assert.Equal((page.Entries[^1].Sequence, Convert.ToHexStringLower(chain)), (page.Head, page.ChainHash));
    }

    private static async Task<IReadOnlyList<ArchiveEntry>> Entries(Product product, int shard) =>
        (await product.Grains.GetGrain<IArchiveGrain>(GrainKeys.ArchiveShard(Firms.Northwind, shard)).GetEntries(0, 1000)).Entries;
}
