using MultiLine.Domain;

namespace MultiLine.Storage.Log;

/// <summary>An event of a conversation's log, by its version.</summary>
public readonly record struct LogPlace(ConversationKey Conversation, long Version);
