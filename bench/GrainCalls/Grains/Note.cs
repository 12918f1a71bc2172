namespace MultiLine.GrainCalls.Grains;

/// <summary>What a call carries: a contract record like those of the product.</summary>
[GenerateSerializer, Immutable, Alias("bench.Note")]
public sealed record Note(
    [property: Id(0)] string Id,
    [property: Id(1)] string Text,
    [property: Id(2)] DateTimeOffset At);

/// <summary>What it is answered with.</summary>
[GenerateSerializer, Immutable, Alias("bench.Receipt")]
public sealed record Receipt([property: Id(0)] string Id, [property: Id(1)] long Number);
