using MultiLine.Embedded.Activations;
using Orleans.Runtime;
using Orleans.Timers;

namespace MultiLine.Embedded.Timers;

/// <summary>Starts the timers of grains.</summary>
internal sealed class GrainTimers : ITimerRegistry
{
    public IGrainTimer RegisterGrainTimer<TState>(
        IGrainContext grainContext, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    {
        var timer = new GrainTimer((Activation)grainContext, token => callback(state, token), options);
        timer.Change(options.DueTime, options.Period);
        return timer;
    }
}
