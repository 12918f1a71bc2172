using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Conversations;

/// <summary>A message of ours that the provider has not taken yet. Everything that has ended leaves the state.</summary>
public sealed record OpenMessage(string MessageId, Channel Channel, string Number, OutboundKind Kind, MessagePhase Phase)
{
    /// <summary>Not to be attempted before this time.</summary>
    public DateTimeOffset NotBefore { get; init; } = DateTimeOffset.MinValue;

    /// <summary>The open attempt.</summary>
    public string? AttemptId { get; init; }

    /// <summary>When the open attempt's outcome counts as unknown.</summary>
    public DateTimeOffset Deadline { get; init; }

    /// <summary>The provider's id of an earlier attempt that it turned out to have while this one is open.</summary>
    public string? TakenAs { get; init; }

    /// <summary>When it was put off or its attempt began, whichever was last; null where neither.</summary>
    public DateTimeOffset? WaitsSince { get; init; }

    /// <summary>The contact turned out to have it, by an earlier attempt, while this one is open.</summary>
    public bool Arrived { get; init; }

    /// <summary>It may be attempted.</summary>
    public bool IsDue(DateTimeOffset now) => Phase == MessagePhase.Queued && IsOver(NotBefore, now);

    /// <summary>The outcome of its open attempt counts as unknown.</summary>
    public bool IsOverdue(DateTimeOffset now) => Phase == MessagePhase.Attempting && IsOver(Deadline, now);

    private bool IsOver(DateTimeOffset until, DateTimeOffset now) =>
        WaitsSince is { } since ? new StoredWait(since, until).IsOver(now) : until <= now;
}

public enum MessagePhase
{
    AwaitsConsent,
    Queued,
    Attempting,
}
