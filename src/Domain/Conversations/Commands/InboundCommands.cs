using MultiLine.Domain.Consent;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;
using MultiLine.Domain.Status;

namespace MultiLine.Domain.Conversations.Commands;

/// <summary>The contact wrote.</summary>
public sealed record ReceiveMessage : ConversationCommand
{
    public required string MessageId { get; init; }

    public required Channel Channel { get; init; }

    public required string Number { get; init; }

    public required string ProviderMessageId { get; init; }

    public required DateTimeOffset ProviderAt { get; init; }

    public required string Kind { get; init; }

    public string? InReplyTo { get; init; }

    public required string Commitment { get; init; }

    /// <summary>What policy found in it; null where nothing.</summary>
    public PolicyMark? Policy { get; init; }

    /// <summary>Read for an answer to the opt-in request, as it was written; not kept in the event. Of a tap the button's name.</summary>
    public string? Text { get; init; }

    /// <summary>What the tapped button carries; null where the contact wrote.</summary>
    public string? ButtonPayload { get; init; }

    /// <summary>What the provider itself understood and has confirmed to the contact.</summary>
    public ConsentAnswer ProviderUnderstood { get; init; }

    /// <summary>It is a message of the contact and not a reaction, an edit or news of the system.</summary>
    public bool OpensSession { get; init; } = true;

    /// <summary>It was written before the number was connected.</summary>
    public bool Historic { get; init; }

    /// <summary>What the provider calls the contact in this webhook.</summary>
    public required Aliases Sender { get; init; }

    /// <summary>The opt-in request to answer with, where one can be sent.</summary>
    public PreparedOptIn? OptIn { get; init; }

    /// <summary>The confirmation to send after STOP.</summary>
    public PreparedMessage? StopConfirmation { get; init; }
}

/// <summary>An opt-in request that is approved and ready.</summary>
public sealed record PreparedOptIn(TemplateReference Template, PreparedMessage Message);

/// <summary>The provider reported on a message of ours.</summary>
public sealed record RecordStatus : ConversationCommand
{
    /// <summary>What the log says of the message.</summary>
    public required MessageView Message { get; init; }

    /// <summary>The callback data, if the provider echoed it.</summary>
    public string? AttemptId { get; init; }

    public required string ProviderMessageId { get; init; }

    public required DeliveryStatus Status { get; init; }

    /// <summary>The provider's own word, where it has more of them than there are statuses.</summary>
    public string? Word { get; init; }

    public required DateTimeOffset ProviderAt { get; init; }

    /// <summary>What a failed status means: one of <see cref="RefusalCodes"/>.</summary>
    public string? Code { get; init; }

    public int? ProviderCode { get; init; }

    /// <summary>Commits to the provider's own JSON.</summary>
    public string? Commitment { get; init; }
}
