using MultiLine.Domain.Consent;

namespace MultiLine.Domain.Conversations.Events;

/// <summary>The opt-in request goes out as the message named here; that message's content is what the contact is shown.</summary>
public sealed record ConsentAsked : ConversationEvent, IMessageEvent
{
    public required Channel Channel { get; init; }

    public required string MessageId { get; init; }

    /// <summary>Who asked; null where the system repeats the request by rule.</summary>
    public string? Author { get; init; }

    /// <summary>Where the permission to ask comes from; null where the contact wrote first.</summary>
    public ConsentBasis? Basis { get; init; }

    /// <summary>
    /// The language that was chosen for the request; null where nobody chose one. In which it was asked stands in the message's template.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>Repeats a request that was answered with neither yes nor no.</summary>
    public bool Repeat { get; init; }
}
