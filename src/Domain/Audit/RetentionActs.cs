using System.Collections.Immutable;
using MultiLine.Domain.Retention;

namespace MultiLine.Domain.Audit;

/// <summary>An administrator chose whether a line or the whole organisation is recorded, and how long what is said is kept.</summary>
public sealed record RecordingChanged : AuditEvent
{
    /// <summary>Which line; null for the whole organisation.</summary>
    public string? Line { get; init; }

    /// <summary>From now on; null where the line goes by its organisation again.</summary>
    public RecordingRule? Rule { get; init; }
}

/// <summary>A compliance officer forbade that what the scope covers is disposed of.</summary>
public sealed record HoldPlaced : AuditEvent, IReasonedEvent
{
    public required string HoldId { get; init; }

    public required string Name { get; init; }

    public required HoldScope Scope { get; init; }

    public required string Commitment { get; init; }
}

/// <summary>A compliance officer ended a hold.</summary>
public sealed record HoldLifted : AuditEvent, IReasonedEvent
{
    public required string HoldId { get; init; }

    public required string Commitment { get; init; }
}

/// <summary>
/// Content of a conversation was disposed of, with what it said before policy changed it: recorded in the step that deleted it, so that it can be
/// told from content that was lost.
/// </summary>
public sealed record ContentDisposed : AuditEvent
{
    /// <summary>The run that it was a part of.</summary>
    public required string Run { get; init; }

    /// <summary><c>org/line/contact</c>.</summary>
    public required string Conversation { get; init; }

    /// <summary>The rule whose period was over, as <see cref="RecordingRule.Name"/> names it.</summary>
    public required string Rule { get; init; }

    /// <summary>Of which events, in rising order.</summary>
    public required ImmutableArray<VersionRange> Versions { get; init; }

    /// <summary>Of how many events.</summary>
    public required int Count { get; init; }

    public bool Equals(ContentDisposed? other) =>
        base.Equals(other)
        && (Run, Conversation, Rule, Count) == (other.Run, other.Conversation, other.Rule, other.Count)
        && Versions.SequenceEqual(other.Versions);

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Run, Conversation, Rule, Count);
}

/// <summary>Items of the raw inbox were disposed of. They belonged to no conversation, so their numbers say which.</summary>
public sealed record RawItemsDisposed : AuditEvent
{
    /// <summary>The run that it was a part of.</summary>
    public required string Run { get; init; }

    /// <summary>Their numbers, in rising order.</summary>
    public required ImmutableArray<VersionRange> Items { get; init; }

    public required int Count { get; init; }

    public bool Equals(RawItemsDisposed? other) =>
        base.Equals(other) && (Run, Count) == (other.Run, other.Count) && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Run, Count);
}
