namespace MultiLine.Tests.Shared;

/// <summary>
/// A manual clock that goes on by a tick with each look at it. Orleans waits for its reminders in whole milliseconds and then looks at the
/// clock until the rest of the last one has passed, which it never would on a clock that stands still.
/// </summary>
public sealed class TickingClock(ManualClock clock) : TimeProvider
{
    private readonly Lock _gate = new();
    private DateTimeOffset _seen;
    private long _looks;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            _looks = now == _seen ? _looks + 1 : 0;
            _seen = now;
            return now.AddTicks(_looks);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
