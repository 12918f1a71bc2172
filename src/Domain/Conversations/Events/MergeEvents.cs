namespace MultiLine.Domain.Conversations.Events;

/// <summary>
/// The contact turned out to be the same person as another one, whose conversation on this line goes on for both. This log stays as it
/// is; what is still under way ends in it, and nothing new begins.
/// </summary>
public sealed record MergedInto : ConversationEvent
{
    /// <summary>Our id of the contact that goes on.</summary>
    public required string Contact { get; init; }
}

/// <summary>Another contact turned out to be this one; that one's log stays where it is.</summary>
public sealed record ContactMerged : ConversationEvent
{
    /// <summary>Our id of the contact that ended.</summary>
    public required string Contact { get; init; }

    /// <summary>Where the two stood with the ended one, per channel.</summary>
    public required IReadOnlyList<MergedStanding> Standings { get; init; }

    public bool Equals(ContactMerged? other) =>
        other is not null && At == other.At && Contact == other.Contact && Standings.SequenceEqual(other.Standings);

    public override int GetHashCode() => HashCode.Combine(At, Contact, Standings.Count);
}

/// <summary>What a conversation that ended in a merge had come to on a channel.</summary>
public sealed record MergedStanding
{
    public required Channel Channel { get; init; }

    public DateTimeOffset? FirstAskedAt { get; init; }

    public DateTimeOffset? AskedAt { get; init; }

    public string? FirstAskedBy { get; init; }

    public string? AskedBy { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The language of the newest request.</summary>
    public string? AskedIn { get; init; }

    public bool Repeated { get; init; }

    public DateTimeOffset? FirstGrantAt { get; init; }

    public DateTimeOffset? LastGrantAt { get; init; }

    public DateTimeOffset? NoAt { get; init; }

    public DateTimeOffset? FirstStopAt { get; init; }

    public DateTimeOffset? LastStopAt { get; init; }

    public DateTimeOffset? ImpliedAt { get; init; }

    public DateTimeOffset? SessionUntil { get; init; }

    public DateTimeOffset? ReachedAt { get; init; }

    public DateTimeOffset? MissedAt { get; init; }

    /// <summary>The contact was sent the disclaimer.</summary>
    public bool Informed { get; init; }

    public bool MarketingStopped { get; init; }

    public DateTimeOffset? MarketingAt { get; init; }

    public DateTimeOffset? MarketingHeldBackAt { get; init; }
}

/// <summary>The contact's phone number belongs to somebody else now, or the contact has left it: nothing more goes there.</summary>
public sealed record PhoneLost : ConversationEvent
{
    public required string Phone { get; init; }

    /// <summary>The provider's time of what said so.</summary>
    public required DateTimeOffset ProviderAt { get; init; }
}
