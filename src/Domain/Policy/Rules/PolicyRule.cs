using System.Collections.Immutable;

namespace MultiLine.Domain.Policy.Rules;

/// <summary>
/// What an organisation does not want in messages, and what becomes of one that has it. It looks for any of what it names; what it
/// finds is added up to the threshold.
/// </summary>
public sealed record PolicyRule
{
    /// <summary>A part of a key (<see cref="KeyPart"/>), once per organisation.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public bool Enabled { get; init; } = true;

    public Direction Direction { get; init; } = Direction.Both;

    /// <summary>Empty: all.</summary>
    public ImmutableArray<Channel> Channels { get; init; } = [];

    /// <summary>Ids of those whose messages it looks at. Empty: everybody's.</summary>
    public ImmutableArray<string> People { get; init; } = [];

    public ImmutableArray<DetectorChoice> Detectors { get; init; } = [];

    /// <summary>Ids of lists of the same organisation or one above it.</summary>
    public ImmutableArray<string> WordLists { get; init; } = [];

    public ImmutableArray<NamedExpression> Expressions { get; init; } = [];

    /// <summary>Null: it doesn't look at attachments, but for their names.</summary>
    public AttachmentChoice? Attachments { get; init; }

    /// <summary>
    /// The weights of all that was found must reach it. A listed word weighs what its list says and anything else 1; the same found
    /// twice counts once.
    /// </summary>
    public int Threshold { get; init; } = 1;

    public required PolicyAction Action { get; init; }

    /// <summary>Ids of the people who get a notice.</summary>
    public ImmutableArray<string> Notify { get; init; } = [];

    /// <summary>At least one.</summary>
    public ImmutableArray<RuleExample> MustMatch { get; init; } = [];

    /// <summary>At least one.</summary>
    public ImmutableArray<RuleExample> MustNotMatch { get; init; } = [];
}

/// <param name="Type">One of <see cref="Detection.Detectors.All"/>.</param>
/// <param name="MinimumScore">Less sure hits are left out: 0 to 1.</param>
public sealed record DetectorChoice(string Type, double MinimumScore = Detection.Detectors.LowestScore);

/// <param name="Name">As a finding names it.</param>
/// <param name="Pattern">A .NET regular expression without what its linear-time engine can't do.</param>
public sealed record NamedExpression(string Name, string Pattern);

/// <summary>
/// Which attachments a rule wants none of: all that fit all that is said here. What a file's first bytes say of its type counts
/// before what its sender says.
/// </summary>
public sealed record AttachmentChoice
{
    /// <summary>Media types such as <c>application/pdf</c>, or <c>image/*</c>. Empty: all.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>Media types that are none of <see cref="Types"/> after all.</summary>
    public ImmutableArray<string> Except { get; init; } = [];

    /// <summary>Only those of more bytes; one whose size isn't known is not among them. Null: of any size.</summary>
    public long? LargerThan { get; init; }
}

/// <summary>A message that shows what a rule is for.</summary>
public sealed record RuleExample
{
    public string? Text { get; init; }

    /// <summary>The media type of its attachment. Null where there is none, or none is known.</summary>
    public string? AttachmentType { get; init; }

    /// <summary>In bytes.</summary>
    public long? AttachmentSize { get; init; }

    public string? FileName { get; init; }
}
