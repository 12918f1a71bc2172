namespace MultiLine.Connectors.WhatsApp.Webhooks.Templates;

/// <summary>Something happened to a message template.</summary>
public abstract record TemplateNotice : WebhookItem
{
    /// <summary>The WhatsApp business account.</summary>
    public required string WabaId { get; init; }

    public required string TemplateId { get; init; }

    public required string Name { get; init; }

    public required string Language { get; init; }

    /// <summary>The provider's time of the notice, if it says.</summary>
    public DateTimeOffset? Timestamp { get; init; }
}

/// <summary>
/// How contacts took the template changed its quality.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_quality_update
/// </summary>
public sealed record TemplateQualityUpdate : TemplateNotice
{
    /// <summary><c>GREEN</c>, <c>YELLOW</c>, <c>RED</c> or <c>UNKNOWN</c>.</summary>
    public required string Quality { get; init; }

    public string? PreviousQuality { get; init; }
}

/// <summary>
/// Header, body, footer or buttons were changed; what they are now is read from Meta.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_components_update
/// </summary>
public sealed record TemplateComponentsUpdate : TemplateNotice;

/// <summary>
/// Meta changed the category, or says that it is going to.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/template_category_update
/// </summary>
public sealed record TemplateCategoryUpdate : TemplateNotice
{
    /// <summary>The category that it has now.</summary>
    public required string Category { get; init; }

    /// <summary>The category that it is going to have; null where the change is done.</summary>
    public string? ImpendingCategory { get; init; }

    /// <summary>When it is going to have it, if Meta says.</summary>
    public DateTimeOffset? ImpendingAt { get; init; }
}
