namespace MultiLine.Grains.Interfaces;

/// <summary>The streams that wake the followers of the logs. Their keys are the followers' keys.</summary>
public static class Streams
{
    public const string Provider = "conversations";

    /// <summary>One stream per archive shard: <c>org/shard</c>.</summary>
    public const string Archive = "multiline.archive";

    /// <summary>One stream per line: <c>org/line</c>.</summary>
    public const string Inbox = "multiline.inbox";
}

/// <summary>
/// A conversation's log has grown to this version. The follower reads the log from where it stands, so a lost, doubled or late
/// notice changes nothing, and no text travels on a stream.
/// </summary>
/// <param name="Conversation">Whose log.</param>
/// <param name="Version">Of the newest event.</param>
/// <param name="TraceParent">The trace of the append, for those who look at traces.</param>
/// <param name="Place">Of the newest event among those of all conversations, in the order in which they became durable; 0 where it is not known.</param>
[GenerateSerializer, Immutable, Alias("ml.LogAdvanced")]
public sealed record LogAdvanced(
    [property: Id(0)] string Conversation, [property: Id(1)] long Version, [property: Id(2)] string? TraceParent = null,
    [property: Id(3)] long Place = 0)
{
    /// <summary>Whether a follower that has followed all logs up to this place has followed this too.</summary>
    public bool IsKnown(long followed) => Place > 0 && Place <= followed;
}
