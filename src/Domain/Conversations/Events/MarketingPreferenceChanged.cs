namespace MultiLine.Domain.Conversations.Events;

/// <summary>The contact told WhatsApp that it wants no marketing of ours, or that it does again.</summary>
public sealed record MarketingPreferenceChanged : ConversationEvent, IProviderEvent
{
    public required Channel Channel { get; init; }

    /// <summary>Our number that it was said of.</summary>
    public required string Number { get; init; }

    public required bool Stopped { get; init; }

    public required DateTimeOffset ProviderAt { get; init; }

    public required string Commitment { get; init; }
}
