namespace MultiLine.Domain.Conversations.Events;

/// <summary>The contact's phone number or business-scoped user id became known, was confirmed by the provider, or changed.</summary>
public sealed record AliasesLearned : ConversationEvent
{
    public string? Phone { get; init; }

    public string? Bsuid { get; init; }

    /// <summary>The provider's time of what said so; null where a person did.</summary>
    public DateTimeOffset? ProviderAt { get; init; }
}
