using MultiLine.Embedded.Activations;
using MultiLine.Embedded.Calls;
using MultiLine.Embedded.Hosting;
using Orleans.Runtime;

namespace MultiLine.Embedded.Timers;

/// <summary>A timer of one activation. The next tick is set when the last one has ended, so ticks never overlap.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _disposed = new();
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly GrainTimerCreationOptions _options;
    private readonly ITimer _timer;
    private TimeSpan _next;
    private TimeSpan _period;
    private bool _ticking;

    public GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        (_activation, _callback, _options) = (activation, callback, options);
        using (ExecutionContext.SuppressFlow())
        {
            _timer = activation.Catalog.Time.CreateTimer(
                static timer => ((GrainTimer)timer!).OnDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        activation.Timers.Add(this);
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Validate(dueTime, nameof(dueTime));
        Validate(period, nameof(period));
        lock (_gate)
        {
            (_next, _period) = (dueTime, period);
            if (!_ticking)
            {
                _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose()
    {
        _disposed.Cancel();
        _timer.Dispose();
        _activation.Timers.Remove(this);
    }

    private static void Validate(TimeSpan time, string name)
    {
        if (time != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero, name);
        }
    }

    private void OnDue()
    {
        lock (_gate)
        {
            _ticking = true;
            _next = _period;
        }

        _activation.TryReceive(new Tick(this));
    }

    private void OnTicked()
    {
        lock (_gate)
        {
            _ticking = false;
            _timer.Change(_next, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed class Tick(GrainTimer timer) : Request
    {
        public override Interleaving Interleaving => timer._options.Interleave ? Interleaving.Always : Interleaving.Exclusive;

        public override bool IsOfOneActivation => true;

        public override bool KeepsAlive => timer._options.KeepAlive;

        public override bool IsAbandoned => timer._disposed.IsCancellationRequested;

        public override void Fail(Exception error)
        {
        }

        protected override async Task RunAsync()
        {
            try
            {
                await timer._callback(timer._disposed.Token);
            }
#pragma warning disable CA1031 // A tick that fails is logged; the next one comes.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Activation.OnFailure(e);
                Activation.Log.TimerFailed(e, Activation.GrainId);
            }
        }

        protected override void OnEnded() => timer.OnTicked();
    }
}
