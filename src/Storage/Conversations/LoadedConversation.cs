using MultiLine.Domain;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Storage.Conversations;

/// <summary>A conversation as its log tells it.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Version">Of the newest event; 0 if there is none.</param>
/// <param name="State">The fold of the events.</param>
public sealed record LoadedConversation(ConversationKey Key, long Version, ConversationState State)
{
    /// <summary>Where the newest event stands among those of all conversations; 0 where it was read and not written.</summary>
    public long Place { get; init; }

    /// <summary>The version of the newest snapshot that is kept or about to be; 0 if there is none that can be read.</summary>
    public long SnapshotAt { get; init; }

    /// <summary>So many events have come since the newest snapshot that another one is to be kept.</summary>
    public bool IsSnapshotDue => Version - SnapshotAt >= ConversationJournal.EventsToSnapshot;
}

/// <summary>An event with its place in the log.</summary>
public sealed record LoggedEvent(long Version, ConversationEvent Event);
