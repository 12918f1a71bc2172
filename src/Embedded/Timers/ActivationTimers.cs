namespace MultiLine.Embedded.Timers;

/// <summary>The timers of one activation; they end with it.</summary>
internal sealed class ActivationTimers
{
    /// <summary>Made for those who have one: most activations have none.</summary>
    private HashSet<GrainTimer>? _timers;

    public void Add(GrainTimer timer)
    {
        var timers = _timers ?? Interlocked.CompareExchange(ref _timers, [], null) ?? _timers;
        lock (timers)
        {
            timers.Add(timer);
        }
    }

    public void Remove(GrainTimer timer)
    {
        if (_timers is { } timers)
        {
            lock (timers)
            {
                timers.Remove(timer);
            }
        }
    }

    public void StopAll()
    {
        if (_timers is not { } timers)
        {
            return;
        }

        GrainTimer[] running;
        lock (timers)
        {
            running = [.. timers];
            timers.Clear();
        }

        Array.ForEach(running, timer => timer.Dispose());
    }
}
