namespace MultiLine.Grains.Interfaces.Operations;

/// <summary>What is stored and still to be done, as operators look at it. Key: <c>system</c>.</summary>
[Alias("ml.IBacklogGrain")]
public interface IBacklogGrain : IGrainWithStringKey
{
    /// <summary>Messages that wait to be sent.</summary>
    [Alias("ReadQueue")]
    Task<QueueReading> ReadQueue();

    /// <summary>How far the followers of the logs are behind; each kind, also where none is.</summary>
    [Alias("ReadFollowers")]
    Task<IReadOnlyList<FollowerReading>> ReadFollowers();

    /// <summary>Conversations that a follower should have followed long ago, oldest first.</summary>
    [Alias("ListDeadLetters")]
    Task<IReadOnlyList<DeadLetter>> ListDeadLetters(int limit);

    /// <summary>Has the follower try again. Refused if there is no such dead letter (any more), or if it still can't be followed.</summary>
    [Alias("Retry")]
    Task<Outcome> Retry(string deadLetter);
}
