using MultiLine.Domain;

namespace MultiLine.Storage.Log;

/// <summary>One step of a conversation: everything in it becomes durable together.</summary>
public sealed record AppendRequest
{
    public required ConversationKey Conversation { get; init; }

    /// <summary>The version that the log must stand at; the first event gets the next one.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>At least one event; versions run on from <see cref="ExpectedVersion"/>.</summary>
    public required IReadOnlyList<LogRow> Events { get; init; }

    /// <summary>Keys that nobody may hold yet.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>Sealed content by version.</summary>
    public IReadOnlyDictionary<long, byte[]> Content { get; init; } = new Dictionary<long, byte[]>();

    /// <summary>By version what policy has changed, sealed, as it was before.</summary>
    public IReadOnlyDictionary<long, byte[]> Originals { get; init; } = new Dictionary<long, byte[]>();

    /// <summary>The followers that have to hear of this step, as <c>archive/org/0</c> or <c>inbox/org/line</c>.</summary>
    public IReadOnlyList<string> Followers { get; init; } = [];

    public IReadOnlyList<QueueEntry> Enqueue { get; init; } = [];

    /// <summary>Messages whose sending has ended, on whatever number. Taken out before <see cref="Enqueue"/> puts in.</summary>
    public IReadOnlyList<string> Dequeue { get; init; } = [];

    /// <summary>The version of the last event.</summary>
    public long LastVersion => ExpectedVersion + Events.Count;

    /// <summary>Refuses a step that contradicts itself; every implementation asks before it writes.</summary>
    /// <exception cref="InvalidOperationException">No events, a gap in their versions, or a claim or content of an event that isn't in the step.</exception>
    public void EnsureConsistent()
    {
        if (Events.Count == 0)
            throw new InvalidOperationException("An append needs at least one event.");
        for (var i = 0; i < Events.Count; i++)
        {
            if (Events[i].Version != ExpectedVersion + 1 + i)
            {
                throw new InvalidOperationException(
                    $"Event {i} of the append to {Conversation} has version {Events[i].Version} instead of {ExpectedVersion + 1 + i}.");
            }
        }

        foreach (var version in Claims.Select(claim => claim.Version).Concat(Content.Keys).Concat(Originals.Keys))
        {
            if (version <= ExpectedVersion || version > LastVersion)
            {
                throw new InvalidOperationException(
                    $"Version {version} is not among the events {ExpectedVersion + 1} to {LastVersion} of the append to {Conversation}.");
            }
        }
    }
}

/// <summary>A key within a scope that is taken by the event of this version.</summary>
public sealed record Claim(string Scope, string Key, long Version);

/// <summary>The event that took a claim.</summary>
public sealed record ClaimHolder(string Scope, string Key, ConversationKey Conversation, long Version);

/// <summary>A message that waits to be sent from a number.</summary>
/// <param name="Number"><c>org/channel/provider number id</c>, the key of its sender.</param>
/// <param name="MessageId">The message.</param>
/// <param name="NotBefore">Not to be attempted before this time. Enqueueing a message again only changes this time; its place stays.</param>
/// <param name="Attempting">An attempt is open: by <paramref name="NotBefore"/> its outcome is to be known.</param>
public sealed record QueueEntry(string Number, string MessageId, DateTimeOffset NotBefore, bool Attempting = false);

/// <summary>What came of an append.</summary>
public abstract record AppendResult
{
    private AppendResult() { }

    /// <summary>All rows are durable.</summary>
    /// <param name="Version">Of the last one.</param>
    /// <param name="Place">Of the last one among the events of all conversations, in the order in which they became durable.</param>
    public sealed record Appended(long Version, long Place) : AppendResult;

    /// <summary>Another activation wrote first; nothing was stored.</summary>
    public sealed record VersionConflict(long ActualVersion) : AppendResult;

    /// <summary>One of the claims is held already; nothing was stored. Checked before the version, since a duplicate is an answer.</summary>
    public sealed record AlreadyClaimed(ClaimHolder Holder) : AppendResult;
}
