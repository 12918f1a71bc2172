namespace MultiLine.Connectors.Sms.Webhooks;

/// <summary>What a webhook of the SMS provider says: an <see cref="InboundSms"/>, an <see cref="SmsStatus"/>, or an <see cref="UnhandledSms"/>.</summary>
public abstract record SmsItem
{
    private protected SmsItem() { }

    /// <summary>All fields as they came, as JSON; those that we don't know among them.</summary>
    public required byte[] Raw { get; init; }
}

/// <summary>
/// A message from a contact to one of our numbers. The provider does not date it.
/// Source: https://www.twilio.com/docs/messaging/guides/webhook-request
/// </summary>
public sealed record InboundSms : SmsItem
{
    public required string Sid { get; init; }

    /// <summary>Our number, E.164.</summary>
    public required string Number { get; init; }

    /// <summary>The contact's number, E.164.</summary>
    public required string From { get; init; }

    public required string Text { get; init; }

    /// <summary>How many pictures and other files came with it. Their addresses and types are in <see cref="SmsItem.Raw"/>.</summary>
    public int MediaCount { get; init; }

    /// <summary>What the provider itself understood and answered, where it handles opt-outs.</summary>
    public OptOut? OptOut { get; init; }
}

/// <summary>What the provider did on a word of the contact: it has answered it.</summary>
public enum OptOut
{
    Stop,
    Start,
    Help,
}

/// <summary>
/// What became of a message that we sent. Statuses come in any order, and the provider does not date them.
/// Source: https://www.twilio.com/docs/messaging/guides/track-outbound-message-status
/// </summary>
public sealed record SmsStatus : SmsItem
{
    public required string Sid { get; init; }

    /// <summary>Our number, E.164.</summary>
    public required string Number { get; init; }

    public required SmsDelivery Status { get; init; }

    /// <summary>The provider's word for it, of which there are more.</summary>
    public required string Word { get; init; }

    /// <summary>The attempt that stands in the address at which it arrived.</summary>
    public string? AttemptId { get; init; }

    public int? ErrorCode { get; init; }
}

/// <summary>How far a message has come.</summary>
public enum SmsDelivery
{
    Sent,
    Delivered,
    Read,
    Failed,
}

/// <summary>Kept as it is, for operators to see and to replay.</summary>
/// <param name="Reason">A stable code.</param>
public sealed record UnhandledSms(string Reason) : SmsItem;
