using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;

namespace MultiLine.Domain.Archive;

/// <summary>What has a place of its own in the conversation as a reader sees it.</summary>
/// <param name="Record">The event that brought it.</param>
public abstract record ArchivedItem(ArchivedRecord Record);

/// <summary>Something that is no message: consent, sessions, what became known of the contact, a message that policy held back.</summary>
public sealed record ArchivedNote(ArchivedRecord Record) : ArchivedItem(Record);

/// <summary>A message or a call with all that happened to it.</summary>
public sealed record ArchivedMessage(ArchivedRecord Record, MessageView View) : ArchivedItem(Record)
{
    /// <summary>The events about it that came after, in the order of the log.</summary>
    public IReadOnlyList<ArchivedRecord> Later { get; init; } = [];

    /// <summary>The message that it answers, where this export has it.</summary>
    public ArchivedRecord? Quoted { get; init; }

    /// <summary>By the provider's time.</summary>
    public IReadOnlyList<ArchivedEdit> Edits { get; init; } = [];

    public ArchivedRecord? Deletion => Later.FirstOrDefault(record => record.Event is MessageRevoked);

    public IEnumerable<ArchivedRecord> Reactions => Later.Where(record => record.Event is ReactionReceived);

    /// <summary>It and all about it.</summary>
    public IEnumerable<ArchivedRecord> Records => [Record, .. Later];
}

/// <param name="Record">The event that changed it.</param>
/// <param name="Previous">The text before; null where it has none, or it was disposed of.</param>
/// <param name="New">The text after; null where it has none, or it was disposed of.</param>
public sealed record ArchivedEdit(ArchivedRecord Record, string? Previous, string? New);
