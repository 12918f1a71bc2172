using MultiLine.Domain;
using MultiLine.Domain.Ledger;

namespace MultiLine.Storage.Ledger;

/// <summary>The organisation's record of all events in one order: per shard a sequence without gaps, hash-chained.</summary>
public interface ILedger
{
    /// <summary>Where a shard stands; <see cref="LedgerHead.Start"/> at first.</summary>
    Task<LedgerHead> HeadAsync(string shard, CancellationToken cancellationToken = default);

    /// <summary>
    /// Appends entries whose sequence runs on from the head, all or none. False if the head has moved or if one of the events is
    /// in the shard already.
    /// </summary>
    Task<bool> AppendAsync(string shard, LedgerHead expected, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken = default);

    /// <summary>Up to which version the shard holds this conversation; 0 if nothing.</summary>
    Task<long> PlaceAsync(string shard, ConversationKey conversation, CancellationToken cancellationToken = default);

    /// <summary>The same for many conversations.</summary>
    Task<IReadOnlyDictionary<ConversationKey, long>> PlacesAsync(
        string shard, IReadOnlyCollection<ConversationKey> conversations, CancellationToken cancellationToken = default);

    /// <summary>The entry of one event, or null.</summary>
    Task<LedgerEntry?> FindAsync(string shard, ConversationKey conversation, long version, CancellationToken cancellationToken = default);

    /// <summary>Entries above a sequence number, in order.</summary>
    Task<IReadOnlyList<LedgerEntry>> ReadAsync(string shard, long afterSequence, int limit, CancellationToken cancellationToken = default);
}

public sealed record LedgerHead(long Sequence, byte[] ChainHash)
{
    /// <summary>Before the first entry: sequence 0 and what the shard's chain begins with.</summary>
    public static LedgerHead Start(string shard) => new(0, LedgerHash.ChainStart(shard));
}

/// <param name="Sequence">From 1, without gaps within the shard.</param>
/// <param name="Conversation">Whose event.</param>
/// <param name="Version">Its version in the conversation.</param>
/// <param name="LeafHash"><see cref="LedgerHash.Leaf(ConversationKey, long, int, DateTimeOffset, ReadOnlySpan{byte})"/>.</param>
/// <param name="ChainHash"><see cref="LedgerHash.Chain(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>: the hash over the chain hash before and this leaf.</param>
/// <param name="RecordedAt">When the archive took it.</param>
public sealed record LedgerEntry(
    long Sequence, ConversationKey Conversation, long Version, byte[] LeafHash, byte[] ChainHash, DateTimeOffset RecordedAt);
