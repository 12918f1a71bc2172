namespace MultiLine.Connectors.WhatsApp.Webhooks.Contacts;

/// <summary>
/// A contact told WhatsApp which messages of the business it wants.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/user_preferences
/// </summary>
public sealed record UserPreference : WebhookItem
{
    public required string PhoneNumberId { get; init; }

    /// <summary>What it is about: <c>marketing_messages</c>.</summary>
    public required string Category { get; init; }

    /// <summary><c>stop</c> or <c>resume</c>; <c>signup</c> has been seen as well.</summary>
    public required string Value { get; init; }

    /// <summary>The provider's time.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>E.164; missing where the contact hides it.</summary>
    public string? Phone { get; init; }

    public string? UserId { get; init; }

    public string? ProfileName { get; init; }

    public string? Username { get; init; }
}
