using Orleans.Timers;

namespace MultiLine.Grains.Tests.Running;

/// <summary>
/// Sees the ticks of timers that grains are at work on. Until a tick has ended its timer isn't set anew, and then from that moment on: time that
/// a test lets pass meanwhile would put the next tick off by as much.
/// </summary>
public sealed partial class TimerTicks
{
    private int _underWay;

    /// <summary>Whether no tick is under way of those that have come to their grains.</summary>
    public bool AreAtRest => Volatile.Read(ref _underWay) == 0;

    public ITimerRegistry Watch(ITimerRegistry timers) => new Watched(this, timers);

    private async Task Count(Func<Task> tick)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            await tick();
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private sealed partial class Watched(TimerTicks ticks, ITimerRegistry timers) : ITimerRegistry
    {
        public IGrainTimer RegisterGrainTimer<TState>(
            IGrainContext grainContext, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options) =>
            timers.RegisterGrainTimer(grainContext, (given, cancellationToken) => ticks.Count(() => callback(given, cancellationToken)), state, options);
    }
}
