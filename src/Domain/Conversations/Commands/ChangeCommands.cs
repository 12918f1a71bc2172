using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Conversations.Commands;

/// <summary>Something that the provider brings about the contact that is no message of its own.</summary>
public abstract record InboundNews : ConversationCommand
{
    public required Channel Channel { get; init; }

    /// <summary>Our number, as the provider names it.</summary>
    public required string Number { get; init; }

    public required DateTimeOffset ProviderAt { get; init; }

    public required string Commitment { get; init; }

    /// <summary>What the provider calls the contact in this webhook.</summary>
    public required Aliases Sender { get; init; }
}

/// <summary>The contact reacted to a message that is in this conversation, changed it or deleted it.</summary>
public sealed record ReceiveChange : InboundNews
{
    /// <summary>The message that is concerned.</summary>
    public required string MessageId { get; init; }

    public required MessageChange Change { get; init; }

    /// <summary>The provider's id of the change.</summary>
    public required string ProviderMessageId { get; init; }

    /// <summary>What policy found in an edit; null where nothing.</summary>
    public PolicyMark? Policy { get; init; }
}

public enum MessageChange
{
    Reaction,
    ReactionRemoved,
    Edit,
    Revocation,
}

/// <summary>Somebody of ours wrote to the contact outside of the product.</summary>
public sealed record RecordEcho : InboundNews
{
    public required string MessageId { get; init; }

    public required string ProviderMessageId { get; init; }

    public required string Kind { get; init; }

    public string? InReplyTo { get; init; }

    /// <summary>Before the number was connected.</summary>
    public bool Historic { get; init; }

    /// <summary>What policy found in it; null where nothing.</summary>
    public PolicyMark? Policy { get; init; }
}

/// <summary>The provider tells of a call.</summary>
public sealed record ReportCall : InboundNews
{
    /// <summary>Our id of the call: a new one where it is not known yet.</summary>
    public required string MessageId { get; init; }

    /// <summary>It was told of before.</summary>
    public required bool IsKnown { get; init; }

    public required string CallId { get; init; }

    public required bool Inbound { get; init; }

    public required string Happened { get; init; }

    public string? Result { get; init; }

    public int? Seconds { get; init; }

    /// <summary>When the contact called, or took our call; null where this does not tell it.</summary>
    public DateTimeOffset? SessionFrom { get; init; }
}

/// <summary>The contact stopped marketing, or wants it again.</summary>
public sealed record ChangeMarketingPreference : InboundNews
{
    public required bool Stopped { get; init; }
}
