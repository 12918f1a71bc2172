namespace MultiLine.Domain.Sending;

/// <summary>
/// A rate limit with a burst: tokens come at a steady rate up to a capacity, and each message takes one. Immutable; the clock is the
/// caller's.
/// </summary>
/// <param name="Capacity">The largest burst.</param>
/// <param name="Interval">The time in which one token comes.</param>
public sealed record TokenBucket(int Capacity, TimeSpan Interval)
{
    /// <summary>The time at which the bucket was, or will be, full.</summary>
    public DateTimeOffset FullAt { get; private init; } = DateTimeOffset.MinValue;

    /// <summary>When the next token can be taken; not after <paramref name="now"/> if there is one.</summary>
    public DateTimeOffset NextAt(DateTimeOffset now) => (FullAt > now ? FullAt : now) - (Interval * (Capacity - 1));

    public bool HasToken(DateTimeOffset now) => NextAt(now) <= now;

    /// <summary>The bucket with one token less.</summary>
    public TokenBucket Take(DateTimeOffset now) => this with { FullAt = (FullAt > now ? FullAt : now) + Interval };

    /// <summary>The bucket with nothing in it.</summary>
    public TokenBucket Empty(DateTimeOffset now) => this with { FullAt = now + (Interval * Capacity) };

    public bool IsFull(DateTimeOffset now) => FullAt <= now;
}
