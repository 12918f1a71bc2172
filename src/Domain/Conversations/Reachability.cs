namespace MultiLine.Domain.Conversations;

/// <summary>
/// Whether the contact can be reached on a channel, by the newest evidence. That somebody can't be reached is never proof for ever:
/// it expires, and it is forgotten when the contact writes.
/// </summary>
public sealed record Reachability
{
    public static Reachability Unknown { get; } = new();

    /// <summary>By how much clocks may differ: in doubt the contact is reached.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(2);

    /// <summary>When the contact last wrote or got a message.</summary>
    public DateTimeOffset? ReachedAt { get; init; }

    /// <summary>When the provider last said that the contact is not there.</summary>
    public DateTimeOffset? MissedAt { get; init; }

    public bool IsNotReachable(DateTimeOffset now, TimeSpan expiry) =>
        MissedAt is { } missed && !(missed - ReachedAt <= ClocksDiffer) && !new StoredWait(missed, expiry).IsOver(now);

    public Reachability Learn(bool reachable, DateTimeOffset at) =>
        reachable
            ? ReachedAt >= at ? this : this with { ReachedAt = at }
            : MissedAt >= at ? this : this with { MissedAt = at };
}
