namespace MultiLine.Cli.Demonstration.Telling;

/// <summary>What is still to happen, in the order of its time, and the clock that goes with it.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> _toCome = new();
    private int _order;

    /// <summary>The time of what is happening.</summary>
    public DateTimeOffset Now { get; private set; }

    public void At(DateTimeOffset time, Func<Task> happening) => _toCome.Enqueue(happening, (time, _order++));

    public void After(TimeSpan delay, Func<Task> happening) => At(Now + delay, happening);

    /// <summary>Lets everything happen, with whatever it leads to.</summary>
    public async Task PlayAsync()
    {
        while (_toCome.TryDequeue(out var happening, out var when))
        {
            Now = when.At;
            await happening();
        }
    }
}
