using System.Collections.Immutable;
using MultiLine.Domain.Surveillance;

namespace MultiLine.Domain.Audit;

/// <summary>A compliance officer looked at messages, and decided. The review queue follows these acts: they are the decision.</summary>
public sealed record MessagesReviewed : AuditEvent, IReasonedEvent
{
    public required ReviewOutcome Outcome { get; init; }

    /// <summary>At least one.</summary>
    public required ImmutableArray<ReviewedMessage> Messages { get; init; }

    /// <summary>Commits to the note; an empty one where nothing was noted.</summary>
    public required string Commitment { get; init; }

    public bool Equals(MessagesReviewed? other) =>
        base.Equals(other) && (Outcome, Commitment) == (other.Outcome, other.Commitment) && Messages.SequenceEqual(other.Messages);

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Outcome, Commitment, Messages.Length);
}

/// <param name="Conversation"><c>org/line/contact</c>.</param>
/// <param name="Version">Of the event that holds the message.</param>
public sealed record ReviewedMessage(string Conversation, long Version);
