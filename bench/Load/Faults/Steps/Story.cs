namespace MultiLine.Load.Faults.Steps;

/// <summary>What goes on while the product is killed, and what has to have come of it.</summary>
internal abstract class Story(StepWorld world)
{
    protected StepWorld World => world;

    /// <summary>The conversation that it is about; empty where there is none before it begins.</summary>
    public string Conversation { get; protected set; } = "";

    /// <summary>What has to be there first, before anything is killed.</summary>
    public abstract Task PrepareAsync();

    /// <summary>Returns when the product has acknowledged; repeats until then.</summary>
    public abstract Task ActAsync();

    /// <summary>Whether it is time to kill from outside.</summary>
    /// <param name="acknowledged">Whether the act has been acknowledged.</param>
    public virtual Task<bool> IsDueAsync(bool acknowledged) => Task.FromResult(acknowledged);

    /// <summary>What is not, or not yet, as it has to be; null if nothing.</summary>
    public abstract Task<string?> FindFaultAsync();
}
