namespace MultiLine.Connectors.WhatsApp.Webhooks.Accounts;

/// <summary>Meta says something about a WhatsApp business account or one of its numbers.</summary>
public abstract record AccountNotice : WebhookItem
{
    /// <summary>The WhatsApp business account.</summary>
    public required string WabaId { get; init; }

    /// <summary>The provider's time of the notice, if it says.</summary>
    public DateTimeOffset? Timestamp { get; init; }
}

/// <summary>
/// The account was restricted, disabled, deleted, connected to a partner and the like.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_update
/// </summary>
public sealed record AccountUpdate : AccountNotice
{
    /// <summary>For example <c>ACCOUNT_RESTRICTION</c>, <c>ACCOUNT_VIOLATION</c>, <c>DISABLED_UPDATE</c>, <c>PARTNER_ADDED</c>.</summary>
    public required string Event { get; init; }

    public IReadOnlyList<AccountRestriction> Restrictions { get; init; } = [];

    /// <summary>What the account did wrong, for example <c>SPAM</c>.</summary>
    public string? ViolationType { get; init; }

    /// <summary><c>DISABLE</c>, <c>REINSTATE</c> or <c>SCHEDULE_FOR_DISABLE</c>.</summary>
    public string? BanState { get; init; }

    /// <summary>The date of that, in Meta's words.</summary>
    public string? BanDate { get; init; }
}

/// <param name="Type">For example <c>RESTRICTED_BIZ_INITIATED_MESSAGING</c>.</param>
/// <param name="Until">When it ends; null where Meta sets no end.</param>
public sealed record AccountRestriction(string Type, DateTimeOffset? Until);

/// <summary>
/// The review of the account was decided.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_review_update
/// </summary>
public sealed record AccountReviewUpdate : AccountNotice
{
    /// <summary><c>APPROVED</c>, <c>REJECTED</c>, <c>PENDING</c>, <c>DEFERRED</c>.</summary>
    public required string Decision { get; init; }
}

/// <summary>
/// Meta warns of the account or something in it.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_alerts
/// </summary>
public sealed record AccountAlert : AccountNotice
{
    /// <summary>For example <c>INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED</c>.</summary>
    public required string Type { get; init; }

    /// <summary><c>CRITICAL</c>, <c>WARNING</c> or <c>INFORMATIONAL</c>.</summary>
    public string? Severity { get; init; }

    public string? Description { get; init; }
}

/// <summary>
/// What the business may do in a day changed.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/business_capability_update
/// </summary>
public sealed record BusinessCapabilityUpdate : AccountNotice
{
    /// <summary>Contacts outside a session in 24 hours: a number, or the name of a tier.</summary>
    public string? MaxDailyConversations { get; init; }

    public int? MaxPhoneNumbers { get; init; }
}
