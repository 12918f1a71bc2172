namespace MultiLine.Connectors.WhatsApp.Webhooks;

/// <summary>
/// The review or the state of a template changed.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update
/// </summary>
public sealed record TemplateStatusUpdate : WebhookItem
{
    /// <summary>The WhatsApp business account.</summary>
    public required string WabaId { get; init; }

    public required string TemplateId { get; init; }

    public required string Name { get; init; }

    public required string Language { get; init; }

    /// <summary>For example <c>APPROVED</c>, <c>REJECTED</c>, <c>PENDING</c>, <c>PAUSED</c>, <c>DISABLED</c>.</summary>
    public required string Event { get; init; }

    /// <summary>Meta's code of the reason, for example <c>INVALID_FORMAT</c>; null also where Meta says <c>NONE</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>The reviewer's words.</summary>
    public string? RejectionReason { get; init; }

    /// <summary>What the reviewer recommends to change.</summary>
    public string? RejectionRecommendation { get; init; }

    public string? Category { get; init; }

    /// <summary>The provider's time of the notice, if it says.</summary>
    public DateTimeOffset? Timestamp { get; init; }
}
