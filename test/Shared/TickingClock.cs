namespace MultiLine.Tests.Shared;

/// <summary>
/// A manual clock that goes on by a tick with each look at it, for at most a millisecond until it is moved again. Orleans waits for its
/// reminders in whole milliseconds and then looks at the clock until the rest of the last one has passed, which it never would on a clock that
/// stands still.
/// </summary>
public sealed class TickingClock(ManualClock clock) : TimeProvider
{
    private readonly Lock _gate = new();
    private DateTimeOffset _stood;
    private long _looks;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            _looks = now == _stood ? Math.Min(_looks + 1, TimeSpan.TicksPerMillisecond) : 0;
            _stood = now;
            return now.AddTicks(_looks);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
