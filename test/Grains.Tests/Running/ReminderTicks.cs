namespace MultiLine.Grains.Tests.Running;

/// <summary>Sees the ticks of reminders that grains are at work on.</summary>
internal sealed class ReminderTicks : IIncomingGrainCallFilter
{
    /// <summary>A tick that waits for the clock itself, as for a provider that doesn't answer, is not waited for any longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);

    private long _begun;
    private long _ended;

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.InterfaceMethod?.DeclaringType != typeof(IRemindable))
        {
            await context.Invoke();
            return;
        }

        Interlocked.Increment(ref _begun);
        try
        {
            await context.Invoke();
        }
        finally
        {
            Interlocked.Increment(ref _ended);
        }
    }

    /// <summary>Ends when no tick is at work and none has begun since the last look: one may have waited for another of the same grain.</summary>
    public async Task Rest()
    {
        var start = TimeProvider.System.GetTimestamp();
        long seen;
        do
        {
            seen = Interlocked.Read(ref _begun);
            await Task.Delay(Look, TimeProvider.System);
        }
        while ((Interlocked.Read(ref _ended) != seen || Interlocked.Read(ref _begun) != seen)
            && TimeProvider.System.GetElapsedTime(start) < Patience);
    }
}
