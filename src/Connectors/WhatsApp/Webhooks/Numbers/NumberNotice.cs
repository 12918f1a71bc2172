using MultiLine.Connectors.WhatsApp.Webhooks.Accounts;

namespace MultiLine.Connectors.WhatsApp.Webhooks.Numbers;

/// <summary>Meta says something about one of our numbers, and names it by its digits.</summary>
public abstract record NumberNotice : AccountNotice
{
    /// <summary>Digits only, as in <c>15550783881</c>.</summary>
    public required string DisplayNumber { get; init; }
}

/// <summary>
/// What a number may send, or how contacts take what it sends, changed.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/phone_number_quality_update
/// </summary>
public sealed record NumberQualityUpdate : NumberNotice
{
    /// <summary>For example <c>ONBOARDING</c>, <c>UPGRADE</c>, <c>DOWNGRADE</c>, <c>FLAGGED</c>, <c>UNFLAGGED</c>, <c>THROUGHPUT_UPGRADE</c>.</summary>
    public required string Event { get; init; }

    /// <summary>Contacts outside a session in 24 hours: a number, or the name of a tier.</summary>
    public string? Limit { get; init; }
}

/// <summary>
/// The name that contacts see was decided on.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/phone_number_name_update
/// </summary>
public sealed record NumberNameUpdate : NumberNotice
{
    /// <summary><c>APPROVED</c>, <c>REJECTED</c>, <c>DEFERRED</c>, <c>PENDING</c>.</summary>
    public required string Decision { get; init; }

    public string? RequestedName { get; init; }

    /// <summary>Meta's code of why not, for example <c>NAME_EMPLOYEE_ISSUE</c>; null also where Meta says <c>NONE</c>.</summary>
    public string? Reason { get; init; }
}

/// <summary>
/// The username of a number changed.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
/// </summary>
public sealed record BusinessUsernameUpdate : NumberNotice
{
    /// <summary><c>approved</c>, <c>deleted</c> or <c>reserved</c>.</summary>
    public required string Status { get; init; }

    public string? Username { get; init; }
}
