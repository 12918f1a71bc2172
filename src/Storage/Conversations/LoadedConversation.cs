using MultiLine.Domain;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Storage.Conversations;

/// <summary>A conversation as its log tells it.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Version">Of the newest event; 0 if there is none.</param>
/// <param name="State">The fold of the events.</param>
public sealed record LoadedConversation(ConversationKey Key, long Version, ConversationState State);

/// <summary>An event with its place in the log.</summary>
public sealed record LoggedEvent(long Version, ConversationEvent Event);
