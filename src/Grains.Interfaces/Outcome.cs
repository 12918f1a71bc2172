namespace MultiLine.Grains.Interfaces;

/// <summary>A refusal as it crosses a grain call: the stable code and words for the person.</summary>
[GenerateSerializer, Immutable, Alias("ml.Refused")]
public sealed record Refused([property: Id(0)] string Code, [property: Id(1)] string Message);

/// <summary>What came of a request that can be refused.</summary>
[GenerateSerializer, Immutable, Alias("ml.Outcome")]
public sealed record Outcome([property: Id(0)] Refused? Refusal)
{
    public static Outcome Done { get; } = new((Refused?)null);

    public static Outcome Refuse(string code, string message) => new(new Refused(code, message));
}
