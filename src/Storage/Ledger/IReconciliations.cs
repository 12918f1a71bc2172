using MultiLine.Domain;

namespace MultiLine.Storage.Ledger;

/// <summary>Compares the conversations' logs with the ledger, and keeps what was found.</summary>
public interface IReconciliations
{
    /// <summary>
    /// Compares the organisation's next conversations, in the order of their keys: counts in one read, so many at once that neither
    /// memory nor the time of a read grows with the ledger.
    /// </summary>
    /// <param name="organization">Whose.</param>
    /// <param name="shards">All shards of its ledger.</param>
    /// <param name="after">The last conversation of the step before; null at first.</param>
    /// <param name="conversations">How many.</param>
    /// <param name="before">Events that were recorded at this time or later are left out: the archive may not have had the time.</param>
    /// <param name="cancellationToken">Of who asks.</param>
    Task<ReconciliationStep> CompareAsync(
        string organization,
        IReadOnlyList<string> shards,
        ConversationKey? after,
        int conversations,
        DateTimeOffset before,
        CancellationToken cancellationToken = default);

    /// <summary>Versions of a conversation's log that a shard does not hold, in order.</summary>
    Task<IReadOnlyList<long>> MissingAsync(string shard, ConversationKey conversation, int limit, CancellationToken cancellationToken = default);

    /// <summary>Keeps a report under the organisation's next number; that number.</summary>
    Task<long> AddAsync(string organization, byte[] report, CancellationToken cancellationToken = default);

    /// <summary>Reports below a number, newest first.</summary>
    Task<IReadOnlyList<KeptReport>> ReadAsync(
        string organization, long beforeNumber, int limit, CancellationToken cancellationToken = default);
}

/// <param name="Last">The last conversation of this step; null if none was left.</param>
/// <param name="Days">Counts by the day, in UTC, on which the events were recorded.</param>
/// <param name="Incomplete">The conversations with events that no shard holds.</param>
public sealed record ReconciliationStep(
    ConversationKey? Last, IReadOnlyList<DayCount> Days, IReadOnlyList<ConversationKey> Incomplete);

/// <param name="Day">In UTC.</param>
/// <param name="Events">Events in the logs.</param>
/// <param name="Archived">Those of them that the ledger holds.</param>
/// <param name="Doubled">How many times too often it holds one.</param>
public sealed record DayCount(DateOnly Day, long Events, long Archived, long Doubled);

/// <param name="Number">1, 2, … in the organisation.</param>
/// <param name="Body">As it was given.</param>
public sealed record KeptReport(long Number, byte[] Body);
