using Orleans.Concurrency;

namespace MultiLine.Grains.Interfaces.Archive;

/// <summary>
/// Compares the logs of the organisation's conversations with its ledger, each day and on request, has recorded what is missing, and
/// keeps what it found. Key: org.
/// </summary>
[Alias("ml.IReconciliationGrain")]
public interface IReconciliationGrain : IGrainWithStringKey
{
    /// <summary>Sees to it that it is done each day from now on.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>Compares now; the report, which is kept.</summary>
    [Alias("Run")]
    Task<ReconciliationReport> Run();

    /// <summary>Reports below a number, newest first.</summary>
    [Alias("GetReports"), AlwaysInterleave]
    Task<IReadOnlyList<ReconciliationReport>> GetReports(long before, int limit);
}

/// <param name="Number">1, 2, … in the organisation.</param>
/// <param name="StartedAt">Events that were recorded from then on are not in it.</param>
/// <param name="FinishedAt">When all had been compared, and what was missing recorded.</param>
/// <param name="Events">Events in the logs.</param>
/// <param name="Archived">Those of them that the ledger held.</param>
/// <param name="Missing">Those that it did not.</param>
/// <param name="Doubled">How many times too often it held one.</param>
/// <param name="Healed">How many missing events were recorded by this comparison.</param>
/// <param name="Days">The same by day.</param>
[GenerateSerializer, Immutable, Alias("ml.ReconciliationReport")]
public sealed record ReconciliationReport(
    [property: Id(0)] long Number,
    [property: Id(1)] DateTimeOffset StartedAt,
    [property: Id(2)] DateTimeOffset FinishedAt,
    [property: Id(3)] long Events,
    [property: Id(4)] long Archived,
    [property: Id(5)] long Missing,
    [property: Id(6)] long Doubled,
    [property: Id(7)] long Healed,
    [property: Id(8)] IReadOnlyList<ReconciledDay> Days);

/// <param name="Day">Year, month and day in UTC, as 2026-03-02.</param>
/// <param name="Events">Events that were recorded on it.</param>
/// <param name="Archived">Those of them that the ledger held.</param>
/// <param name="Missing">Those that it did not.</param>
/// <param name="Doubled">How many times too often it held one.</param>
[GenerateSerializer, Immutable, Alias("ml.ReconciledDay")]
public sealed record ReconciledDay(
    [property: Id(0)] string Day,
    [property: Id(1)] long Events,
    [property: Id(2)] long Archived,
    [property: Id(3)] long Missing,
    [property: Id(4)] long Doubled);
