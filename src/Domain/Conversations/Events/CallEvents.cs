namespace MultiLine.Domain.Conversations.Events;

/// <summary>What the provider says of a call.</summary>
public interface ICallEvent : IMessageEvent, IProviderEvent
{
    /// <summary>The provider's id of the call.</summary>
    string CallId { get; }

    /// <summary>The provider's word for what happened: connect, terminate, ringing, accepted, rejected …</summary>
    string Happened { get; }

    /// <summary>The provider's word for how it ended, in small letters.</summary>
    string? Result { get; }

    /// <summary>How long the two spoke, in seconds.</summary>
    int? Seconds { get; }
}

/// <summary>The first that is heard of a call between the contact and one of our numbers. It has a place in the thread.</summary>
public sealed record CallRecorded : ConversationEvent, IThreadEvent, ICallEvent
{
    public required string MessageId { get; init; }

    public required Channel Channel { get; init; }

    public required string Number { get; init; }

    public required string CallId { get; init; }

    /// <summary>The contact called us.</summary>
    public required bool Inbound { get; init; }

    public required string Happened { get; init; }

    public string? Result { get; init; }

    public int? Seconds { get; init; }

    public required DateTimeOffset ProviderAt { get; init; }

    public required string Commitment { get; init; }

    bool IThreadEvent.IsNews => Inbound;
}

/// <summary>More is heard of a call.</summary>
public sealed record CallUpdated : ConversationEvent, ICallEvent
{
    public required string MessageId { get; init; }

    public required Channel Channel { get; init; }

    public required string Number { get; init; }

    public required string CallId { get; init; }

    public required string Happened { get; init; }

    public string? Result { get; init; }

    public int? Seconds { get; init; }

    public required DateTimeOffset ProviderAt { get; init; }

    public required string Commitment { get; init; }
}
