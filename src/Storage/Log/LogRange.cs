using MultiLine.Domain;

namespace MultiLine.Storage.Log;

/// <summary>A part of a conversation's log.</summary>
/// <param name="Conversation">Whose log.</param>
/// <param name="After">The version before its first one.</param>
/// <param name="Through">The version of its last one.</param>
public readonly record struct LogRange(ConversationKey Conversation, long After, long Through);
