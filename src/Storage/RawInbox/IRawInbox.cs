namespace MultiLine.Storage.RawInbox;

/// <summary>What arrived and belongs to nobody or can't be understood: kept sealed, shown to operators, replayable, never lost.</summary>
public interface IRawInbox
{
    /// <summary>
    /// Keeps an item durably. The same bytes from the same provider are kept once and counted; if they had been replayed, they are
    /// open again.
    /// </summary>
    Task AddAsync(RawItem item, CancellationToken cancellationToken = default);

    /// <summary>Newest first, without their sealed bytes; <paramref name="before"/> is the id to go on from.</summary>
    Task<IReadOnlyList<RawEntry>> ReadAsync(long? before, int limit, CancellationToken cancellationToken = default);

    /// <summary>One item with its sealed bytes, or null.</summary>
    Task<RawEntry?> FindAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Marks an item as taken in by a replay.</summary>
    Task MarkReplayedAsync(long id, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>How many items no replay has taken in.</summary>
    Task<long> CountOpenAsync(CancellationToken cancellationToken = default);
}

/// <param name="Provider">For example <c>whatsapp</c>.</param>
/// <param name="Digest">SHA-256 of the bytes, lower-case hex.</param>
/// <param name="Reason">A stable code, for example <c>unknown_number</c>.</param>
/// <param name="Sealed">The bytes, sealed.</param>
/// <param name="ReceivedAt">Our time.</param>
public sealed record RawItem(string Provider, string Digest, string Reason, byte[] Sealed, DateTimeOffset ReceivedAt);

/// <summary>A kept item.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Item">What was kept.</param>
/// <param name="SealedLength">Of the sealed bytes, also where they are left out.</param>
/// <param name="Times">How often the same bytes came.</param>
/// <param name="ReplayedAt">When a replay took it in.</param>
public sealed record RawEntry(long Id, RawItem Item, int SealedLength, int Times, DateTimeOffset? ReplayedAt);
