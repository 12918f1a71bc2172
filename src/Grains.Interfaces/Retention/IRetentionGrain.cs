using Orleans.Concurrency;

namespace MultiLine.Grains.Interfaces.Retention;

/// <summary>
/// Disposes of an organisation's content whose time is over, each day and on request, and keeps its legal holds. A run that was cut short goes on.
/// Key: org.
/// </summary>
[Alias("ml.IRetentionGrain")]
public interface IRetentionGrain : IGrainWithStringKey
{
    /// <summary>Sees to it that it is done each day from now on.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>Begins a run, unless one is under way: then that one is returned. It goes on by itself.</summary>
    /// <param name="person">Who asks for it.</param>
    [Alias("Start")]
    Task<DisposalReport> Start(string person);

    /// <summary>Does the next part of the run that is under way. For the grain itself.</summary>
    [Alias("GoOn"), OneWay]
    Task GoOn();

    /// <summary>Runs below an id, newest first.</summary>
    [Alias("GetRuns"), AlwaysInterleave]
    Task<IReadOnlyList<DisposalReport>> GetRuns(string? before, int limit);

    /// <summary>All holds, those that were lifted among them, in the order in which they were placed.</summary>
    [Alias("GetHolds"), AlwaysInterleave]
    Task<IReadOnlyList<HoldCard>> GetHolds();

    /// <summary>Forbids from now on that what the scope covers is disposed of.</summary>
    [Alias("PlaceHold")]
    Task<HoldResult> PlaceHold(HoldRequest request);

    /// <summary>Ends a hold.</summary>
    [Alias("LiftHold")]
    Task<HoldResult> LiftHold(HoldEnd end);
}

/// <param name="Id">Ids sort by time.</param>
/// <param name="StartedBy">The person who asked for it; null for one that came by itself.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it was through; null while it is under way.</param>
/// <param name="Disposed">Events whose content it disposed of.</param>
/// <param name="Held">Events whose content was due and is held.</param>
/// <param name="RawItems">Items of the raw inbox that it disposed of.</param>
[GenerateSerializer, Immutable, Alias("ml.DisposalReport")]
public sealed record DisposalReport(
    [property: Id(0)] string Id,
    [property: Id(1)] string? StartedBy,
    [property: Id(2)] DateTimeOffset StartedAt,
    [property: Id(3)] DateTimeOffset? EndedAt,
    [property: Id(4)] long Disposed,
    [property: Id(5)] long Held,
    [property: Id(6)] long RawItems);
