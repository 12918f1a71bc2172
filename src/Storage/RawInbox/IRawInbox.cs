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

    Task<long> CountOpenAsync(CancellationToken cancellationToken = default);
}

/// <param name="Provider">For example <c>whatsapp</c>.</param>
/// <param name="Digest">SHA-256 of the bytes, lower-case hex.</param>
/// <param name="Reason">A stable code, for example <c>unknown_number</c>.</param>
/// <param name="Sealed">The bytes, sealed.</param>
/// <param name="ReceivedAt">Our time.</param>
public sealed record RawItem(string Provider, string Digest, string Reason, byte[] Sealed, DateTimeOffset ReceivedAt);

/// <summary>A kept item; <paramref name="Times"/> is how often the same bytes came.</summary>
public sealed record RawEntry(long Id, RawItem Item, int Times, DateTimeOffset? ReplayedAt);
