using System.Text;
using MultiLine.Domain;
using MultiLine.Domain.Ledger;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Tests.Running;
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
        var version = await talk.ChangesUntold();

        product.Clock.Advance(TimeSpan.FromMinutes(1));

        await product.Until(
            async () => await product.Service<ILedger>().PlaceAsync(GrainKeys.ArchiveShard(Firms.Northwind, 0), talk.Key) == version,
            "the event in the archive");
    }

    [Fact]
    public async Task A_conversation_that_can_not_be_recorded_is_logged_and_holds_up_no_other()
    {
        await using var product = await Product.StartAsync();
        var ada = await product.OpenTalk();
        var grace = await product.OpenTalk("+4915199900001", "Grace Hopper");
        await AssertHoldsTheLogs(product, ada, grace);
        var (adas, graces) = (await ada.ChangesUntold(), await grace.ChangesUntold());
        product.Appends.BeforeReading = key => key == ada.Key ? throw new InvalidDataException("This log can't be read.") : Task.CompletedTask;

        await product.Archive().CatchUp();

        Assert.Equal((adas - 1, graces), (await Place(product, ada), await Place(product, grace)));
        Assert.Contains(product.Log.Warnings, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("This log", StringComparison.Ordinal));
        product.Appends.BeforeReading = null;
        await AssertHoldsTheLogs(product, ada, grace);
    }

    [Fact]
    public async Task A_pass_ends_although_the_log_grows_faster_than_it_is_read()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await AssertHoldsTheLogs(product, talk);
        var untold = await talk.ChangesUntold();
        var growth = new Growth(product, talk);

        await product.Archive().CatchUp();

        Assert.InRange(growth.Stop(), 1, Growth.Most / 2);
        Assert.InRange(await Place(product, talk), untold, long.MaxValue);
        await AssertHoldsTheLogs(product, talk);
    }

    /// <summary>Count, order, leaves and chain of the first shard, against the logs.</summary>
    internal static async Task AssertHoldsTheLogs(Product product, params Talk[] talks)
    {
        var page = await product.Archive().GetEntries(0, 1000);
        var logs = new Dictionary<string, LogEntry>();
        foreach (var talk in talks)
        {
            foreach (var entry in await talk.Log())
            {
                logs.Add($"{talk.Key} {entry.Version}", entry);
            }
        }

        Assert.Equal(logs.Count, page.Entries.Count);
        Assert.Equal(Enumerable.Range(1, logs.Count).Select(sequence => (long)sequence), page.Entries.Select(entry => entry.Sequence));
        var chain = LedgerHash.ChainStart(GrainKeys.ArchiveShard(Firms.Northwind, 0));
        foreach (var entry in page.Entries)
        {
            var logged = logs[$"{entry.Conversation} {entry.Version}"];
            var leaf = LedgerHash.Leaf(
                ConversationKey.Parse(entry.Conversation), entry.Version, logged.Schema, entry.RecordedAt, Encoding.UTF8.GetBytes(logged.Body));
            chain = LedgerHash.Chain(chain, leaf);
            Assert.Equal((Convert.ToHexStringLower(leaf), Convert.ToHexStringLower(chain)), (entry.LeafHash, entry.ChainHash));
        }

        foreach (var ofOne in page.Entries.GroupBy(entry => entry.Conversation))
        {
            Assert.Equal(Enumerable.Range(1, ofOne.Count()).Select(version => (long)version), ofOne.Select(entry => entry.Version));
        }

        Assert.Equal((page.Entries[^1].Sequence, Convert.ToHexStringLower(chain)), (page.Head, page.ChainHash));
    }

    private static Task<long> Place(Product product, Talk talk) =>
        product.Service<ILedger>().PlaceAsync(GrainKeys.ArchiveShard(Firms.Northwind, 0), talk.Key);

    private static async Task<IReadOnlyList<ArchiveEntry>> Entries(Product product, int shard) =>
        (await product.Grains.GetGrain<IArchiveGrain>(GrainKeys.ArchiveShard(Firms.Northwind, shard)).GetEntries(0, 1000)).Entries;
}
