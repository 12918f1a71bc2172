namespace MultiLine.Domain.Conversations.Events;

/// <summary>
/// The contact said NO or STOP on this channel. Whether that declines a request or withdraws a consent follows from what was said
/// before it, by the provider's time.
/// </summary>
public sealed record ConsentRefused : ConversationEvent, IMessageEvent, IProviderEvent
{
    public required Channel Channel { get; init; }

    public required AnswerForm By { get; init; }

    /// <summary>STOP, or a tap on the request's NO, counts at any time; the word NO only as the answer to a request.</summary>
    public required bool Stop { get; init; }

    /// <summary>The contact's message that says so.</summary>
    public required string MessageId { get; init; }

    /// <summary>The opt-in request under which the contact tapped; null where the answer names none. It outlives the message's content.</summary>
    public string? RequestId { get; init; }

    public required DateTimeOffset ProviderAt { get; init; }
}
