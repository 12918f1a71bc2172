namespace MultiLine.Domain.Conversations.Events;

/// <summary>A person wanted to send this, and policy did not let it out. What was to be sent is sealed apart.</summary>
public sealed record MessageBlocked : ConversationEvent, IInspectedEvent
{
    public required string MessageId { get; init; }

    public required Channel Channel { get; init; }

    public required OutboundKind Kind { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Author { get; init; }

    /// <summary>The template, where it was one.</summary>
    public TemplateReference? Template { get; init; }

    public required PolicyMark Policy { get; init; }
}
