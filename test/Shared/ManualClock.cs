namespace MultiLine.Tests.Shared;

/// <summary>
/// Time that stands still until a test moves it. Timers run on the moving thread, in the order of their due times; one that is due at once
/// runs on the thread pool, as a real one would. The clock can be set, as a system's clock can: timers and timestamps know nothing of it.
/// </summary>
public sealed class ManualClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];

    /// <summary>The time as it is, whatever the clock says.</summary>
    private DateTimeOffset _now;

    /// <summary>By how much the clock is ahead of it.</summary>
    private TimeSpan _ahead;

    public ManualClock(DateTimeOffset start)
    {
        _now = start;
        Right = new RightClock(this);
    }

    /// <summary>The same time by a clock that nobody sets.</summary>
    public TimeProvider Right { get; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Right.GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now + _ahead;
        }
    }

    /// <summary>Sets the clock forward, or back where it is negative. No time passes.</summary>
    public void Set(TimeSpan by)
    {
        lock (_gate)
        {
            _ahead += by;
        }
    }

    public void Advance(TimeSpan by)
    {
        var end = Right.GetUtcNow() + by;
        while (NextUntil(end) is { } due)
        {
            due.Run();
        }

        lock (_gate)
        {
            _now = end;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private ManualTimer? NextUntil(DateTimeOffset end)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (next is not null)
            {
                _now = next.Due > _now ? next.Due : _now;
                Schedule(next, next.Period);
            }

            return next;
        }
    }

    /// <summary>Sets when the timer runs next; no time and a negative one stand for never.</summary>
    private void Schedule(ManualTimer timer, TimeSpan wait)
    {
        _timers.Remove(timer);
        timer.Due = _now + wait;
        if (wait > TimeSpan.Zero)
        {
            _timers.Add(timer);
        }
    }

    private sealed class RightClock(ManualClock clock) : TimeProvider
    {
        public override long TimestampFrequency => clock.TimestampFrequency;

        public override long GetTimestamp() => clock.GetTimestamp();

        public override DateTimeOffset GetUtcNow()
        {
            lock (clock._gate)
            {
                return clock._now;
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            clock.CreateTimer(callback, state, dueTime, period);
    }

    private sealed class ManualTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private bool _disposed;

        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Run() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                if (_disposed)
                {
                    return false;
                }

                Period = period;
                clock.Schedule(this, dueTime == TimeSpan.Zero ? period : dueTime);
            }

            if (dueTime == TimeSpan.Zero)
            {
                ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.RunAtOnce(), this, preferLocal: false);
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                _disposed = true;
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void RunAtOnce()
        {
            if (!_disposed)
            {
                Run();
            }
        }
    }
}
