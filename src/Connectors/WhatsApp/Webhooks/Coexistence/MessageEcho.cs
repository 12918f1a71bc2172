using MultiLine.Connectors.WhatsApp.Webhooks.Messages;

namespace MultiLine.Connectors.WhatsApp.Webhooks.Coexistence;

/// <summary>
/// A message that somebody of the business sent out of the WhatsApp Business app, on a number that is used with both.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/smb_message_echoes
/// </summary>
public sealed record MessageEcho : WebhookItem
{
    public required string PhoneNumberId { get; init; }

    public required string Wamid { get; init; }

    /// <summary>The provider's time.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    public required InboundContent Content { get; init; }

    /// <summary>To whom it went, E.164.</summary>
    public string? ToPhone { get; init; }

    public string? ToUserId { get; init; }

    /// <summary>The message (wamid) that it quotes.</summary>
    public string? ContextMessageId { get; init; }
}

/// <summary>
/// A message from before the number was connected, either way.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/history
/// </summary>
public sealed record HistoryMessage : WebhookItem
{
    public required string PhoneNumberId { get; init; }

    public required string Wamid { get; init; }

    /// <summary>The provider's time.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    public required InboundContent Content { get; init; }

    /// <summary>The contact wrote it.</summary>
    public required bool FromContact { get; init; }

    /// <summary>The contact's number, E.164.</summary>
    public string? Phone { get; init; }

    public string? UserId { get; init; }

    /// <summary>The message (wamid) that it quotes.</summary>
    public string? ContextMessageId { get; init; }
}

/// <summary>
/// A contact in the address book of the WhatsApp Business app.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/smb_app_state_sync
/// </summary>
public sealed record AddressBookEntry : WebhookItem
{
    public required string PhoneNumberId { get; init; }

    /// <summary>E.164.</summary>
    public string? Phone { get; init; }

    public string? UserId { get; init; }

    public string? Name { get; init; }

    /// <summary>It was taken out of the address book.</summary>
    public required bool Removed { get; init; }

    /// <summary>The provider's time.</summary>
    public DateTimeOffset? Timestamp { get; init; }
}
