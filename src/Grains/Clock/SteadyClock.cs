namespace MultiLine.Grains.Clock;

/// <summary>
/// Time that only goes on, since this object was made. For spans within a process: the system's clock may be set forward and back meanwhile.
/// </summary>
internal sealed class SteadyClock(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    public TimeSpan Now => time.GetElapsedTime(_start);
}
