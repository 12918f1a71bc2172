namespace MultiLine.Grains.Interfaces.Retention;

/// <summary>What a legal hold covers: what fits all that is not null. Nothing but nulls covers the whole organisation.</summary>
/// <param name="Line">The line.</param>
/// <param name="Contact">The contact, and every contact that turned out to be the same one.</param>
/// <param name="Person">Conversations that the person has written in, or whose line was the person's.</param>
/// <param name="From">Captured at this time or later.</param>
/// <param name="Until">Captured before this time.</param>
[GenerateSerializer, Immutable, Alias("ml.HoldCover")]
public sealed record HoldCover(
    [property: Id(0)] string? Line,
    [property: Id(1)] string? Contact,
    [property: Id(2)] string? Person,
    [property: Id(3)] DateTimeOffset? From,
    [property: Id(4)] DateTimeOffset? Until);

/// <param name="Person">Who places it.</param>
/// <param name="Name">As compliance officers call it.</param>
/// <param name="Cover">What it covers.</param>
/// <param name="Reason">Why; recorded.</param>
[GenerateSerializer, Immutable, Alias("ml.HoldRequest")]
public sealed record HoldRequest(
    [property: Id(0)] string Person, [property: Id(1)] string Name, [property: Id(2)] HoldCover Cover, [property: Id(3)] string Reason);

/// <param name="Hold">Which one.</param>
/// <param name="Person">Who ends it.</param>
/// <param name="Reason">Why; recorded.</param>
[GenerateSerializer, Immutable, Alias("ml.HoldEnd")]
public sealed record HoldEnd([property: Id(0)] string Hold, [property: Id(1)] string Person, [property: Id(2)] string Reason);

/// <param name="Id">Our own id.</param>
/// <param name="Name">As compliance officers call it.</param>
/// <param name="Cover">What it covers.</param>
/// <param name="PlacedBy">Who placed it.</param>
/// <param name="PlacedAt">When.</param>
/// <param name="LiftedBy">Who lifted it; null while it holds.</param>
/// <param name="LiftedAt">When; null while it holds.</param>
[GenerateSerializer, Immutable, Alias("ml.HoldCard")]
public sealed record HoldCard(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] HoldCover Cover,
    [property: Id(3)] string PlacedBy,
    [property: Id(4)] DateTimeOffset PlacedAt,
    [property: Id(5)] string? LiftedBy,
    [property: Id(6)] DateTimeOffset? LiftedAt);

/// <summary>The hold afterwards, or why nothing was done.</summary>
[GenerateSerializer, Immutable, Alias("ml.HoldResult")]
public sealed record HoldResult([property: Id(0)] HoldCard? Hold, [property: Id(1)] Refused? Refusal);
