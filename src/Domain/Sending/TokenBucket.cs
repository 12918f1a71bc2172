namespace MultiLine.Domain.Sending;

/// <summary>
/// A rate limit with a burst: tokens come at a steady rate up to a capacity, and each message takes one. Immutable; the clock is the
/// caller's, and one that only goes on: whoever sets the system's clock neither stops nor opens the tap.
/// </summary>
/// <param name="Capacity">The largest burst.</param>
/// <param name="Interval">The time in which one token comes.</param>
public sealed record TokenBucket(int Capacity, TimeSpan Interval)
{
    /// <summary>The time at which the bucket was, or will be, full.</summary>
    public TimeSpan FullAt { get; private init; } = TimeSpan.MinValue;

    /// <summary>When the next token can be taken; not after <paramref name="now"/> if there is one.</summary>
    public TimeSpan NextAt(TimeSpan now) => (FullAt > now ? FullAt : now) - (Interval * (Capacity - 1));

    public bool HasToken(TimeSpan now) => NextAt(now) <= now;

    /// <summary>How many can be taken now.</summary>
    public int Tokens(TimeSpan now) => HasToken(now) ? 1 + (int)((now - NextAt(now)).Ticks / Interval.Ticks) : 0;

    /// <summary>The bucket with one token less.</summary>
    public TokenBucket Take(TimeSpan now) => this with { FullAt = (FullAt > now ? FullAt : now) + Interval };

    /// <summary>The bucket with nothing in it.</summary>
    public TokenBucket Empty(TimeSpan now) => this with { FullAt = now + (Interval * Capacity) };

    public bool IsFull(TimeSpan now) => FullAt <= now;
}
