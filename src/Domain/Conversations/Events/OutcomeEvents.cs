using MultiLine.Domain.Status;

namespace MultiLine.Domain.Conversations.Events;

/// <summary>The provider has the message and gave it its id.</summary>
public sealed record MessageSent : ConversationEvent, IMessageEvent
{
    public required string MessageId { get; init; }

    public required Channel Channel { get; init; }

    public required string Number { get; init; }

    public required string AttemptId { get; init; }

    public required string ProviderMessageId { get; init; }

    public required LearnedBy By { get; init; }
}

/// <summary>How the outcome of an attempt became known.</summary>
public enum LearnedBy
{
    Reply,

    /// <summary>By the callback data in a status that came before, or instead of, the reply.</summary>
    Status,
}

/// <summary>The provider reported a status; every one is kept as it came, in the order in which it came.</summary>
public sealed record StatusReceived : ConversationEvent, IMessageEvent, IProviderEvent
{
    public required string MessageId { get; init; }

    public required Channel Channel { get; init; }

    public required string Number { get; init; }

    public required string ProviderMessageId { get; init; }

    public required DeliveryStatus Status { get; init; }

    /// <summary>The provider's own word, where it has more of them than there are statuses.</summary>
    public string? Word { get; init; }

    public required DateTimeOffset ProviderAt { get; init; }

    /// <summary>What a failed status means: one of <see cref="RefusalCodes"/>.</summary>
    public string? Code { get; init; }

    /// <summary>The provider's error code with a failed status.</summary>
    public int? ProviderCode { get; init; }

    /// <summary>Commits to the provider's own JSON, which is stored as content.</summary>
    public string? Commitment { get; init; }
}

/// <summary>The message was not sent, or was sent and could not be delivered.</summary>
public sealed record MessageFailed : ConversationEvent, IMessageEvent
{
    public required string MessageId { get; init; }

    public required OutboundKind Kind { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>One of <see cref="RefusalCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The provider's error code, where it was the provider that refused.</summary>
    public int? ProviderCode { get; init; }

    /// <summary>The provider's timestamp where the failure came as a status; ours otherwise.</summary>
    public required DateTimeOffset FailedAt { get; init; }
}
