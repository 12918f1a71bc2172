namespace MultiLine.Grains.Tests.Running;

/// <summary>On Orleans a timer can be registered in an older way too, which no grain of ours uses.</summary>
public sealed partial class TimerTicks
{
    private sealed partial class Watched
    {
        public IDisposable RegisterTimer(IGrainContext grainContext, Func<object?, Task> callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            throw new NotSupportedException("These ticks aren't counted.");
    }
}
