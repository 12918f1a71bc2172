using MultiLine.Domain;
using MultiLine.Domain.Ledger;
using MultiLine.Storage.Ledger;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class LedgerContract : StorageContract
{
    private const string Shard = "acme/0";

    private ILedger Ledger => Port<ILedger>();

    [Fact]
    public async Task A_shard_begins_empty()
    {
        var head = await Ledger.HeadAsync(Shard);

        Assert.Equal(0, head.Sequence);
        Assert.Equal(LedgerHash.ChainStart(Shard), head.ChainHash);
        Assert.Equal(0, await Ledger.PlaceAsync(Shard, Anna));
    }

    [Fact]
    public async Task Entries_are_read_back_in_order_and_the_head_and_the_places_follow()
    {
        Assert.True(await Ledger.AppendAsync(Shard, LedgerHead.Start(Shard), [Entry(1, Anna, 1), Entry(2, Bert, 1), Entry(3, Anna, 2)]));

        var read = await Ledger.ReadAsync(Shard, 1, 10);
        Assert.Equal([(2, Bert, 1), (3, Anna, 2)], read.Select(entry => (entry.Sequence, entry.Conversation, entry.Version)));
        Assert.Equal(Entry(3, Anna, 2).ChainHash, read[^1].ChainHash);
        Assert.Equal(Entry(3, Anna, 2).LeafHash, read[^1].LeafHash);
        Assert.Equal(Noon, read[^1].RecordedAt);
        Assert.Equal(3, (await Ledger.HeadAsync(Shard)).Sequence);
        Assert.Equal(Entry(3, Anna, 2).ChainHash, (await Ledger.HeadAsync(Shard)).ChainHash);
        Assert.Equal(2, await Ledger.PlaceAsync(Shard, Anna));
        Assert.Single(await Ledger.ReadAsync(Shard, 0, 1));
    }

    [Fact]
    public async Task Places_of_many_conversations_and_single_events_are_found()
    {
        await Ledger.AppendAsync(Shard, LedgerHead.Start(Shard), [Entry(1, Anna, 1), Entry(2, Bert, 1), Entry(3, Anna, 2)]);

        var places = await Ledger.PlacesAsync(Shard, [Anna, Bert, Cora]);

        Assert.Equal((2, 1, 0), (places[Anna], places[Bert], places[Cora]));
        Assert.Equal(3, (await Ledger.FindAsync(Shard, Anna, 2))?.Sequence);
        Assert.Null(await Ledger.FindAsync(Shard, Anna, 3));
        Assert.Null(await Ledger.FindAsync("acme/1", Anna, 2));
    }

    [Fact]
    public async Task An_append_on_a_head_that_has_moved_is_refused_whole()
    {
        await Ledger.AppendAsync(Shard, LedgerHead.Start(Shard), [Entry(1, Anna, 1)]);

        Assert.False(await Ledger.AppendAsync(Shard, LedgerHead.Start(Shard), [Entry(1, Bert, 1)]));
        Assert.False(await Ledger.AppendAsync(Shard, new LedgerHead(1, new byte[32]), [Entry(2, Bert, 1)]));

        Assert.Single(await Ledger.ReadAsync(Shard, 0, 10));
        Assert.Equal(0, await Ledger.PlaceAsync(Shard, Bert));
    }

    [Fact]
    public async Task No_event_enters_a_shard_twice()
    {
        await Ledger.AppendAsync(Shard, LedgerHead.Start(Shard), [Entry(1, Anna, 1)]);

        Assert.False(await Ledger.AppendAsync(Shard, await Ledger.HeadAsync(Shard), [Entry(2, Bert, 1), Entry(3, Anna, 1)]));

        Assert.Single(await Ledger.ReadAsync(Shard, 0, 10));
    }

    [Fact]
    public async Task An_append_that_would_leave_a_gap_is_refused()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Ledger.AppendAsync(Shard, LedgerHead.Start(Shard), [Entry(2, Anna, 1)]));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Ledger.AppendAsync(Shard, LedgerHead.Start(Shard), [Entry(1, Anna, 1), Entry(3, Anna, 2)]));
        Assert.Empty(await Ledger.ReadAsync(Shard, 0, 10));
    }

    [Fact]
    public async Task Racing_archives_leave_one_sequence_without_gaps_and_without_doubles()
    {
        var archives = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var head = await Ledger.HeadAsync(Shard); head.Sequence < 30; head = await Ledger.HeadAsync(Shard))
                await Ledger.AppendAsync(Shard, head, [Entry(head.Sequence + 1, Anna, head.Sequence + 1)]);
        }));

        await Task.WhenAll(archives);

        var entries = await Ledger.ReadAsync(Shard, 0, 100);
        Assert.Equal(Enumerable.Range(1, 30).Select(n => (long)n), entries.Select(entry => entry.Sequence));
        Assert.Equal(Enumerable.Range(1, 30).Select(n => (long)n), entries.Select(entry => entry.Version));
    }

    [Fact]
    public async Task Shards_do_not_see_each_other_and_survive_closing_and_opening()
    {
        await Ledger.AppendAsync(Shard, LedgerHead.Start(Shard), [Entry(1, Anna, 1)]);
        await Ledger.AppendAsync("other/0", LedgerHead.Start("other/0"), [Entry(1, Anna, 1), Entry(2, Anna, 2)]);

        await Storage.ReopenAsync();

        Assert.Equal(1, (await Ledger.HeadAsync(Shard)).Sequence);
        Assert.Equal(2, (await Ledger.HeadAsync("other/0")).Sequence);
    }

    private static LedgerEntry Entry(long sequence, ConversationKey conversation, long version)
    {
        var (leaf, chain) = (new byte[32], new byte[32]);
        (leaf[0], chain[0]) = ((byte)version, (byte)sequence);
        return new LedgerEntry(sequence, conversation, version, leaf, chain, Noon);
    }
}
