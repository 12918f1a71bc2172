using MultiLine.Domain;
using MultiLine.Domain.Ledger;
using MultiLine.Storage.Ledger;
using MultiLine.Storage.Log;

namespace MultiLine.Grains.Archive;

/// <summary>An event as it stands in its conversation's log.</summary>
internal sealed record LoggedEvent(ConversationKey Conversation, LogRow Row);

/// <summary>Takes events into one shard of the ledger and knows where it stands.</summary>
/// <param name="ledger">Of all shards.</param>
/// <param name="shard">Which one.</param>
/// <param name="time">The clock.</param>
/// <param name="lag">Told with each step how old the oldest event of each conversation was.</param>
internal sealed class LedgerRecorder(ILedger ledger, string shard, TimeProvider time, Action<TimeSpan> lag)
{
    private LedgerHead? _head;

    public Task<IReadOnlyDictionary<ConversationKey, long>> PlacesOf(IReadOnlyCollection<ConversationKey> conversations) =>
        ledger.PlacesAsync(shard, conversations);

    /// <summary>Records the events in one step, all or none.</summary>
    /// <returns>False if another activation recorded meanwhile: what is still missing has to be asked for again.</returns>
    public async Task<bool> Record(IReadOnlyList<LoggedEvent> events)
    {
        if (events.Count == 0)
        {
            return true;
        }

        var head = _head ?? await ledger.HeadAsync(shard);
        var entries = Entries(head, events);
        // Until it is known how this one ends, nothing is known about the head.
        _head = null;
        if (!await ledger.AppendAsync(shard, head, entries))
        {
            return false;
        }

        _head = new LedgerHead(entries[^1].Sequence, entries[^1].ChainHash);
        foreach (var first in events.DistinctBy(e => e.Conversation))
        {
            lag(time.GetUtcNow() - first.Row.RecordedAt);
        }

        return true;
    }

    private List<LedgerEntry> Entries(LedgerHead head, IReadOnlyList<LoggedEvent> events)
    {
        var (sequence, chain) = (head.Sequence, head.ChainHash);
        var now = time.GetUtcNow();
        List<LedgerEntry> entries = new(events.Count);
        foreach (var (conversation, row) in events)
        {
            var leaf = LedgerHash.Leaf(conversation, row.Version, row.Schema, now, row.Body);
            chain = LedgerHash.Chain(chain, leaf);
            entries.Add(new LedgerEntry(++sequence, conversation, row.Version, leaf, chain, now));
        }

        return entries;
    }
}
