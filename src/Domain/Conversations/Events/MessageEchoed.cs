namespace MultiLine.Domain.Conversations.Events;

/// <summary>Somebody of ours wrote to the contact outside of the product: out of the WhatsApp Business app on the same number.</summary>
public sealed record MessageEchoed : ConversationEvent, IInspectedEvent, IThreadEvent, IProviderEvent
{
    public required string MessageId { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>Our number that it came from, as the provider names it.</summary>
    public required string Number { get; init; }

    /// <summary>The provider's id (wamid).</summary>
    public required string ProviderMessageId { get; init; }

    public required DateTimeOffset ProviderAt { get; init; }

    /// <summary>The provider's name of the kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The provider's id of the message that is quoted.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>It was sent before the number was connected; null if it was not.</summary>
    public bool? Historic { get; init; }

    public required string Commitment { get; init; }

    /// <summary>What policy found in it; null where nothing.</summary>
    public PolicyMark? Policy { get; init; }

    bool IThreadEvent.IsNews => false;
}
