using MultiLine.Embedded.Activations;
using MultiLine.Embedded.Turns;

namespace MultiLine.Embedded.Calls;

/// <summary>Work for an activation that keeps its rules of interleaving: a call, a timer's tick, an item of a stream.</summary>
internal abstract class Request : ITurn
{
    /// <summary>The activation that has taken it; set before it begins.</summary>
    public Activation Activation { get; set; } = null!;

    /// <summary>Its neighbours in the chain that it is in.</summary>
    public Request? Previous { get; set; }

    public Request? Next { get; set; }

    /// <summary>Timestamp of the <see cref="TimeProvider"/> after which nobody waits for it any more.</summary>
    public long Deadline { get; init; } = long.MaxValue;

    /// <summary>How often it was passed on because its activation ended before it began.</summary>
    public int Forwarded { get; set; }

    public abstract Interleaving Interleaving { get; }

    /// <summary>Whether it means this activation only and is dropped with it, instead of going to the next one.</summary>
    public virtual bool IsOfOneActivation => false;

    /// <summary>Whether it counts as use of the activation.</summary>
    public virtual bool KeepsAlive => true;

    /// <summary>Whether nobody waits for it any more.</summary>
    public virtual bool IsAbandoned => false;

    /// <summary>Ends the wait with this error, if somebody still waits.</summary>
    public abstract void Fail(Exception error);

    /// <summary>Ends the wait because it took too long.</summary>
    public virtual void TimeOut(TimeSpan limit)
    {
    }

#pragma warning disable MA0155, VSTHRD100 // The scheduler has nobody to give a task to; nothing is thrown.
    public async void Run()
#pragma warning restore MA0155, VSTHRD100
    {
        if (!IsAbandoned)
        {
            await RunAsync();
        }

        Activation.End(this);
        OnEnded();
    }

    /// <summary>Does the work, on the scheduler of the activation, and keeps the outcome; never throws.</summary>
    protected abstract Task RunAsync();

    /// <summary>Tells the outcome to who waits for it: only now, so that they find the activation as the request left it.</summary>
    protected abstract void OnEnded();
}
