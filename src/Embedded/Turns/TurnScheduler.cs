using Orleans.Runtime;

namespace MultiLine.Embedded.Turns;

/// <summary>
/// Runs the turns of one activation, one at a time, on the thread pool. It is the current scheduler of all code in a turn, so what
/// follows an <c>await</c> comes back to it as a turn of its own.
/// </summary>
/// <param name="context">The activation.</param>
/// <param name="gate">Guards what is queued; the activation's own.</param>
internal sealed class TurnScheduler(IGrainContext context, Lock gate) : TaskScheduler, IThreadPoolWorkItem
{
    /// <summary>Turns in a row before other activations get the thread.</summary>
    private const int TurnsInARow = 64;

    private static readonly Action<object?> s_drain = static scheduler => ((TurnScheduler)scheduler!).Drain();

    /// <summary>What comes next, and what after that: most activations never have more than one turn queued.</summary>
    private object? _next;
    private Queue<object>? _others;
    private bool _active;
    private bool _killed;

    /// <summary>The activation whose turn the current thread runs; null outside of grains.</summary>
    public static IGrainContext? CurrentContext => (Current as TurnScheduler)?.Context;

    public IGrainContext Context => context;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Queues the first turn of something new; it gets nothing of the ambient state of who starts it.</summary>
    public void Begin(ITurn first) => Add(first);

    /// <summary>Drops what is queued, now and later, as if the process had died.</summary>
    public void Kill()
    {
        lock (gate)
        {
            _killed = true;
            (_next, _others) = (null, null);
        }
    }

    // A thread of the pool comes here with the default execution context: nothing of any caller leaks into a turn.
    void IThreadPoolWorkItem.Execute() => new Task(s_drain, this, TaskCreationOptions.DenyChildAttach).Start(this);

    protected override void QueueTask(Task task)
    {
        if (ReferenceEquals(task.AsyncState, this))
        {
            TryExecuteTask(task);
        }
        else
        {
            Add(task);
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && Current == this && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (gate)
        {
            return [.. ((IEnumerable<object?>)[_next, .. _others ?? []]).OfType<Task>()];
        }
    }

    private void Add(object turn)
    {
        lock (gate)
        {
            if (_killed)
            {
                return;
            }

            if (_next is null)
            {
                _next = turn;
            }
            else
            {
                (_others ??= new()).Enqueue(turn);
            }

            if (_active)
            {
                return;
            }

            _active = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    /// <summary>The body of a task of this scheduler, so that <see cref="TaskScheduler.Current"/> is right for turns that are no tasks.</summary>
    private void Drain()
    {
        for (var left = TurnsInARow; left > 0; left--)
        {
            object? turn;
            lock (gate)
            {
                turn = _next;
                if (turn is null)
                {
                    _active = false;
                    return;
                }

                _next = _others?.Count > 0 ? _others.Dequeue() : null;
            }

            if (turn is Task task)
            {
                TryExecuteTask(task);
            }
            else
            {
                ((ITurn)turn).Run();
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }
}

/// <summary>The first turn of a request, or of the activation's own work.</summary>
internal interface ITurn
{
    /// <summary>Runs to the first <c>await</c>; never throws.</summary>
    void Run();
}
