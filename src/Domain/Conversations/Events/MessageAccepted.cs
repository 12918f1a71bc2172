namespace MultiLine.Domain.Conversations.Events;

/// <summary>A message of ours was taken: it will be sent, or it will fail with a reason.</summary>
public sealed record MessageAccepted : ConversationEvent, IInspectedEvent, IThreadEvent
{
    public required string MessageId { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>Our number that sends it, as the provider names it.</summary>
    public required string Number { get; init; }

    public required OutboundKind Kind { get; init; }

    /// <summary>The person who wrote it; null for a message of the system.</summary>
    public string? Author { get; init; }

    /// <summary>The template, where it is one.</summary>
    public TemplateReference? Template { get; init; }

    /// <summary>The provider's id of the message that it quotes.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>It waits until the contact consents.</summary>
    public bool AwaitsConsent { get; init; }

    /// <summary>The message whose text it sends on another channel, because that one did not arrive.</summary>
    public string? InPlaceOf { get; init; }

    public required string Commitment { get; init; }

    /// <summary>What policy found in it; null where nothing.</summary>
    public PolicyMark? Policy { get; init; }

    bool IThreadEvent.IsNews => false;
}

public sealed record TemplateReference(string Name, string Language)
{
    /// <summary>What the provider took it for when it was chosen: UTILITY, MARKETING or AUTHENTICATION.</summary>
    public string? Category { get; init; }
}

public enum OutboundKind
{
    Text,
    Template,
    OptInRequest,

    /// <summary>Tells the contact that STOP was understood.</summary>
    StopConfirmation,

    /// <summary>By SMS, before the first message: who writes here, and how to stop it.</summary>
    Disclaimer,
}
