namespace MultiLine.Grains.Interfaces.Conversations;

/// <summary>A compliance officer wants to see what a message said before policy changed it.</summary>
/// <param name="Person">Who asks.</param>
/// <param name="MessageId">Of the message, also of one that was blocked.</param>
/// <param name="Reason">Recorded with the act.</param>
[GenerateSerializer, Immutable, Alias("ml.OriginalRequest")]
public sealed record OriginalRequest(
    [property: Id(0)] string Person, [property: Id(1)] string MessageId, [property: Id(2)] string Reason);

/// <summary>The originals, or why they can't be seen.</summary>
/// <param name="Originals">Oldest first: of the message as it came, and of each edit that policy changed.</param>
/// <param name="Refusal">Null where there are some.</param>
[GenerateSerializer, Immutable, Alias("ml.OriginalResult")]
public sealed record OriginalResult([property: Id(0)] IReadOnlyList<OriginalPart> Originals, [property: Id(1)] Refused? Refusal);

/// <summary>What a message, or an edit of it, said before policy changed it.</summary>
[GenerateSerializer, Immutable, Alias("ml.OriginalPart")]
public sealed record OriginalPart
{
    /// <summary>The event's version.</summary>
    [Id(0)] public required long Place { get; init; }

    [Id(1)] public required DateTimeOffset At { get; init; }

    [Id(2)] public required string? Text { get; init; }

    [Id(3)] public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>Values of a template's variables.</summary>
    [Id(4)] public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>What it held besides its text.</summary>
    [Id(5)] public MessageParts? Parts { get; init; }
}
