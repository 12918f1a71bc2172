namespace MultiLine.Grains.Clock;

/// <summary>Tells by how much the system's clock was set.</summary>
internal sealed class ClockWatch(TimeProvider time)
{
    /// <summary>Less is none: the two clocks are not read in one moment, and one that is only slowed or hastened is not set.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    private (DateTimeOffset Now, long Steady) _last = (time.GetUtcNow(), time.GetTimestamp());

    /// <summary>By how much it was set since the last look: forward, or back where it is negative; zero where it went on as time does.</summary>
    public TimeSpan Look()
    {
        var (now, steady) = (time.GetUtcNow(), time.GetTimestamp());
        var set = now - _last.Now - time.GetElapsedTime(_last.Steady, steady);
        _last = (now, steady);
        return set.Duration() < Least ? TimeSpan.Zero : set;
    }
}
