using System.Collections.Immutable;
using MultiLine.Domain.Consent;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;
using MultiLine.Domain.Templates;

namespace MultiLine.Domain.Conversations.Commands;

/// <summary>A person sends a message.</summary>
public sealed record SendMessage : ConversationCommand
{
    public required string MessageId { get; init; }

    public required Channel Channel { get; init; }

    public required string Author { get; init; }

    public required string Commitment { get; init; }

    /// <summary>Free text; null when <see cref="Template"/> is given.</summary>
    public string? Text { get; init; }

    /// <summary>Below the text.</summary>
    public ImmutableArray<ReplyButton> Buttons { get; init; } = [];

    public TemplateToSend? Template { get; init; }

    /// <summary>The message that this one answers.</summary>
    public Quotation? ReplyTo { get; init; }

    /// <summary>Given when the sender agrees to ask the contact for consent first.</summary>
    public OptInOffer? OptIn { get; init; }

    /// <summary>The disclaimer, in case that this is the first SMS.</summary>
    public PreparedMessage? Disclaimer { get; init; }

    /// <summary>What policy found in it; its texts are those that policy has left. Null where it found nothing.</summary>
    public PolicyMark? Policy { get; init; }

    /// <summary>What the log says of the message that did not arrive and whose text this one repeats.</summary>
    public MessageView? InPlaceOf { get; init; }

    public required SendingFacts Facts { get; init; }
}

/// <param name="Name">As the sender chose it.</param>
/// <param name="Language">As the sender chose it.</param>
/// <param name="Found">What the catalogue has under that name and language, if anything.</param>
/// <param name="Parameters">One value a variable.</param>
public sealed record TemplateToSend(string Name, string Language, MessageTemplate? Found, IReadOnlyList<string> Parameters);

/// <param name="Basis">Where the permission to ask comes from.</param>
/// <param name="Request">The request as the contact will see it.</param>
public sealed record OptInOffer(ConsentBasis Basis, OptInRequest Request)
{
    /// <summary>The language that the sender chose; null where the sender did not.</summary>
    public string? Language { get; init; }
}

/// <summary>The opt-in request that can be sent now.</summary>
/// <param name="Template">The approved template, or the newest one that isn't approved, or null if there is none.</param>
/// <param name="Message">Its message; null where the template isn't approved.</param>
public sealed record OptInRequest(MessageTemplate? Template, PreparedMessage? Message);

/// <summary>What is true of the sender's side at the moment of sending.</summary>
/// <param name="Number">The line's number on the channel; null where the channel is not enabled for organisation, person and line.</param>
/// <param name="Known">The contact's aliases as the contact book has them.</param>
public sealed record SendingFacts(string? Number, Aliases Known)
{
    /// <summary>The contact that goes on in place of this one.</summary>
    public string? MergedInto { get; init; }

    /// <summary>The languages in which the organisation asks for consent.</summary>
    public IReadOnlyList<string> OptInLanguages { get; init; } = [];

    /// <summary>The names of those whom a sender may ask about the firm's policy.</summary>
    public IReadOnlyList<string> PolicyContacts { get; init; } = [];
}
