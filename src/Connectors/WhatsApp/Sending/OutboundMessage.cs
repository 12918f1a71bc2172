namespace MultiLine.Connectors.WhatsApp.Sending;

/// <summary>One message on its way to the provider.</summary>
public sealed record OutboundMessage
{
    /// <summary>Meta's id of the number that sends.</summary>
    public required string PhoneNumberId { get; init; }

    public required Recipient To { get; init; }

    public required MessageBody Body { get; init; }

    /// <summary>
    /// The id of the attempt, at most 512 characters. Every status of the message repeats it, which is the only way to find out
    /// what became of a call whose reply was lost: the API has no idempotency key.
    /// </summary>
    public required string CallbackData { get; init; }

    /// <summary>The message (wamid) that this one quotes.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>How this message came back as <see cref="SendOutcome.TryAgain"/> before; the waits grow with it.</summary>
    public Deferrals Earlier { get; init; } = Deferrals.None;
}
