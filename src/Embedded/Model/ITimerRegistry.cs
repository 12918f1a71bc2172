using Orleans.Runtime;

namespace Orleans.Timers
{
    /// <summary>Starts grain timers; grains use <see cref="GrainBaseExtensions"/>.</summary>
    public interface ITimerRegistry
    {
        IGrainTimer RegisterGrainTimer<TState>(
            IGrainContext grainContext, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options);
    }
}

namespace Orleans.Runtime
{
    using System.Diagnostics.CodeAnalysis;

    /// <summary>A running grain timer; disposing it stops it.</summary>
    public interface IGrainTimer : IDisposable
    {
        /// <summary>Sets when the next tick comes and how long after each tick the next one does.</summary>
        void Change(TimeSpan dueTime, TimeSpan period);
    }

    /// <summary>How a grain timer behaves.</summary>
    public readonly struct GrainTimerCreationOptions()
    {
        [SetsRequiredMembers]
        public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
            : this()
        {
            DueTime = dueTime;
            Period = period;
        }

        /// <summary>Time to the first tick; <see cref="Timeout.InfiniteTimeSpan"/> for none.</summary>
        public required TimeSpan DueTime { get; init; }

        /// <summary>Time between ticks; <see cref="Timeout.InfiniteTimeSpan"/> for one tick only.</summary>
        public required TimeSpan Period { get; init; }

        /// <summary>Whether a tick may run while a call awaits. Off, a tick is like a call.</summary>
        public bool Interleave { get; init; }

        /// <summary>Whether a tick counts as use of the activation, so that it is not collected as idle.</summary>
        public bool KeepAlive { get; init; }
    }
}
