namespace MultiLine.Grains.Interfaces;

/// <summary>A refusal as it crosses a grain call: the stable code and words for the person.</summary>
[GenerateSerializer, Immutable, Alias("ml.Refused")]
public sealed record Refused([property: Id(0)] string Code, [property: Id(1)] string Message)
{
    /// <summary>Where policy is the reason.</summary>
    [Id(31)] public PolicyStopPart? Policy { get; init; }
}

/// <summary>What policy kept from going out.</summary>
/// <param name="Rules">What the rules are called.</param>
/// <param name="Contacts">The names of those who can be asked about them.</param>
[GenerateSerializer, Immutable, Alias("ml.PolicyStopPart")]
public sealed record PolicyStopPart([property: Id(0)] IReadOnlyList<string> Rules, [property: Id(1)] IReadOnlyList<string> Contacts);

/// <summary>What came of a request that can be refused.</summary>
[GenerateSerializer, Immutable, Alias("ml.Outcome")]
public sealed record Outcome([property: Id(0)] Refused? Refusal)
{
    public static Outcome Done { get; } = new((Refused?)null);

    public static Outcome Refuse(string code, string message) => new(new Refused(code, message));
}
