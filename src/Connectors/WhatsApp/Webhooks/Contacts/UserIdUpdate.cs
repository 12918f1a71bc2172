namespace MultiLine.Connectors.WhatsApp.Webhooks.Contacts;

/// <summary>
/// Meta gave a contact another business-scoped user id.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
/// </summary>
public sealed record UserIdUpdate : WebhookItem
{
    public required string PhoneNumberId { get; init; }

    public required string Previous { get; init; }

    public required string Current { get; init; }

    /// <summary>The provider's time.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The user id among linked businesses, if it changed too.</summary>
    public string? CurrentParent { get; init; }

    /// <summary>E.164; missing where the contact hides it.</summary>
    public string? Phone { get; init; }

    public string? ProfileName { get; init; }

    public string? Username { get; init; }
}
