namespace MultiLine.Domain.Conversations.Events;

/// <summary>The contact reacted to a message of either side, or took the reaction back.</summary>
public sealed record ReactionReceived : ConversationEvent, IMessageEvent, IProviderEvent
{
    /// <summary>The message that is reacted to.</summary>
    public required string MessageId { get; init; }

    public required Channel Channel { get; init; }

    public required string Number { get; init; }

    /// <summary>The provider's id of the reaction itself.</summary>
    public required string ProviderMessageId { get; init; }

    public required DateTimeOffset ProviderAt { get; init; }

    /// <summary>The reaction was taken back.</summary>
    public required bool Removed { get; init; }

    public required string Commitment { get; init; }
}

/// <summary>The contact changed a message. The message as it was stays where it is.</summary>
public sealed record MessageEdited : ConversationEvent, IInspectedEvent, IProviderEvent
{
    public required string MessageId { get; init; }

    public required Channel Channel { get; init; }

    public required string Number { get; init; }

    /// <summary>The provider's id of the edit itself.</summary>
    public required string ProviderMessageId { get; init; }

    public required DateTimeOffset ProviderAt { get; init; }

    /// <summary>Commits to the message as it is now.</summary>
    public required string Commitment { get; init; }

    /// <summary>What policy found in it as it is now; null where nothing.</summary>
    public PolicyMark? Policy { get; init; }
}

/// <summary>The contact deleted a message for everyone. The message as it was stays where it is.</summary>
public sealed record MessageRevoked : ConversationEvent, IMessageEvent, IProviderEvent
{
    public required string MessageId { get; init; }

    public required Channel Channel { get; init; }

    public required string Number { get; init; }

    /// <summary>The provider's id of the deletion itself.</summary>
    public required string ProviderMessageId { get; init; }

    public required DateTimeOffset ProviderAt { get; init; }

    public required string Commitment { get; init; }
}
