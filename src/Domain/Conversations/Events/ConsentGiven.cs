namespace MultiLine.Domain.Conversations.Events;

/// <summary>The contact agreed to messages on this channel.</summary>
public sealed record ConsentGiven : ConversationEvent, IMessageEvent, IProviderEvent
{
    public required Channel Channel { get; init; }

    public required AnswerForm By { get; init; }

    /// <summary>The contact's message that says so.</summary>
    public required string MessageId { get; init; }

    /// <summary>The opt-in request under which the contact tapped; null where the answer names none. It outlives the message's content.</summary>
    public string? RequestId { get; init; }

    public required DateTimeOffset ProviderAt { get; init; }
}

/// <summary>How the contact's will was expressed.</summary>
public enum AnswerForm
{
    Button,
    Word,

    /// <summary>The contact opened the talk without having been asked; the organisation takes that as consent.</summary>
    FirstMessage,
}
