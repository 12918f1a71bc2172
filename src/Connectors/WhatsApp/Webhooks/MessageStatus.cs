namespace MultiLine.Connectors.WhatsApp.Webhooks;

/// <summary>
/// What became of a message that we sent. Statuses come repeated, in any order, and may skip one another.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status
/// </summary>
public sealed record MessageStatus : WebhookItem
{
    public required string PhoneNumberId { get; init; }

    public required string Wamid { get; init; }

    public required DeliveryStatus Status { get; init; }

    /// <summary>The provider's time.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>E.164; missing if the message was sent to a user id and the number isn't known.</summary>
    public string? RecipientPhone { get; init; }

    public string? RecipientUserId { get; init; }

    /// <summary>The attempt id that was passed with the send.</summary>
    public string? CallbackData { get; init; }

    /// <summary>Why it failed; the first one, if there are several. <see cref="GraphErrors.For(int)"/> says what helps.</summary>
    public GraphError? Error { get; init; }

    /// <summary>What the provider charges for, as JSON; empty if it doesn't say.</summary>
    public ReadOnlyMemory<byte> Pricing { get; init; }
}

/// <summary>Meta's names of a status.</summary>
public enum DeliveryStatus
{
    Sent,
    Delivered,
    Read,
    Played,
    Failed,
}
