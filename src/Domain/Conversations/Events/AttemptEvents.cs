namespace MultiLine.Domain.Conversations.Events;

/// <summary>A message that waited for consent, or that a person retries, is to be sent now.</summary>
public sealed record MessageQueued : ConversationEvent, IMessageEvent
{
    public required string MessageId { get; init; }

    public required Channel Channel { get; init; }

    public required string Number { get; init; }

    public required OutboundKind Kind { get; init; }

    /// <summary>Who retries; null where consent released it.</summary>
    public string? RetriedBy { get; init; }
}

/// <summary>The provider is about to be called. Until the attempt ends, it may or may not have the message.</summary>
public sealed record AttemptStarted : ConversationEvent, IMessageEvent
{
    public required string MessageId { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>Our number that sends it, as the provider names it.</summary>
    public required string Number { get; init; }

    /// <summary>Echoed by the provider in each status of this attempt.</summary>
    public required string AttemptId { get; init; }

    /// <summary>Without an answer by then the outcome is unknown.</summary>
    public required DateTimeOffset Deadline { get; init; }
}

/// <summary>The provider did not take it, surely, and it may be tried again.</summary>
public sealed record AttemptDeferred : ConversationEvent, IMessageEvent
{
    public required string MessageId { get; init; }

    public required Channel Channel { get; init; }

    public required string AttemptId { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>The provider's error code, where it gave one.</summary>
    public int? ProviderCode { get; init; }
}

/// <summary>The attempt ended without an answer. It is shown to the sender and never repeated by itself.</summary>
public sealed record OutcomeUnknown : ConversationEvent, IMessageEvent
{
    public required string MessageId { get; init; }

    public required Channel Channel { get; init; }

    public required string AttemptId { get; init; }
}
