namespace MultiLine.Domain.Conversations.Events;

/// <summary>The contact's phone number or business-scoped user id became known or changed.</summary>
public sealed record AliasesLearned : ConversationEvent
{
    public string? Phone { get; init; }

    public string? Bsuid { get; init; }
}
