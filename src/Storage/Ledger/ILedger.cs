using MultiLine.Domain;

namespace MultiLine.Storage.Ledger;

/// <summary>The organisation's record of all events in one order: per shard a sequence without gaps, hash-chained.</summary>
public interface ILedger
{
    /// <summary>Where a shard stands; sequence 0 and an empty hash at first.</summary>
    Task<LedgerHead> HeadAsync(string shard, CancellationToken cancellationToken = default);

    /// <summary>
    /// Appends entries whose sequence runs on from the head, all or none. False if the head has moved or if one of the events is
    /// in the shard already.
    /// </summary>
    Task<bool> AppendAsync(string shard, LedgerHead expected, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken = default);

    /// <summary>Up to which version the shard holds this conversation; 0 if nothing.</summary>
    Task<long> PlaceAsync(string shard, ConversationKey conversation, CancellationToken cancellationToken = default);

    /// <summary>Entries above a sequence number, in order.</summary>
    Task<IReadOnlyList<LedgerEntry>> ReadAsync(string shard, long afterSequence, int limit, CancellationToken cancellationToken = default);
}

public sealed record LedgerHead(long Sequence, byte[] ChainHash)
{
    public static LedgerHead Empty { get; } = new(0, new byte[32]);
}

/// <param name="Sequence">From 1, without gaps within the shard.</param>
/// <param name="Conversation">Whose event.</param>
/// <param name="Version">Its version in the conversation.</param>
/// <param name="LeafHash">Hash of the event's stored bytes.</param>
/// <param name="ChainHash">Hash over the chain hash before and this leaf.</param>
/// <param name="RecordedAt">When the archive took it.</param>
public sealed record LedgerEntry(
    long Sequence, ConversationKey Conversation, long Version, byte[] LeafHash, byte[] ChainHash, DateTimeOffset RecordedAt);
