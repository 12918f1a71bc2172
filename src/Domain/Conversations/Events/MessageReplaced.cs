namespace MultiLine.Domain.Conversations.Events;

/// <summary>The text of a message that did not arrive goes out on another channel, as another message.</summary>
public sealed record MessageReplaced : ConversationEvent, IMessageEvent
{
    /// <summary>The message that did not arrive.</summary>
    public required string MessageId { get; init; }

    /// <summary>The channel on which it did not.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The message that says the same.</summary>
    public required string ReplacedBy { get; init; }
}
