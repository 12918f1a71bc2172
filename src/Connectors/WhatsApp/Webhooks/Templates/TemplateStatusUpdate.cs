namespace MultiLine.Connectors.WhatsApp.Webhooks.Templates;

/// <summary>
/// The review or the state of a template changed.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update
/// </summary>
public sealed record TemplateStatusUpdate : TemplateNotice
{
    /// <summary>For example <c>APPROVED</c>, <c>REJECTED</c>, <c>PENDING</c>, <c>PAUSED</c>, <c>DISABLED</c>.</summary>
    public required string Event { get; init; }

    /// <summary>Meta's code of the reason, for example <c>INVALID_FORMAT</c>; null also where Meta says <c>NONE</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>The reviewer's words.</summary>
    public string? RejectionReason { get; init; }

    /// <summary>What the reviewer recommends to change.</summary>
    public string? RejectionRecommendation { get; init; }

    public string? Category { get; init; }

    /// <summary>When it was or is going to be disabled.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Which pause it is, among others: <c>FIRST_PAUSE</c>, <c>SECOND_PAUSE</c>, <c>RATE_LIMITING_PAUSE</c>, <c>UNPAUSE</c>, <c>DISABLED</c>.</summary>
    public string? Title { get; init; }
}
