namespace MultiLine.Connectors.WhatsApp.Templates;

/// <summary>
/// A template as Meta has it; one per name and language.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview
/// </summary>
public sealed record MessageTemplate
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Language { get; init; }

    /// <summary>For example <c>APPROVED</c>, <c>PENDING</c>, <c>REJECTED</c>, <c>PAUSED</c>, <c>DISABLED</c>. Meta adds to these.</summary>
    public required string Status { get; init; }

    /// <summary><c>AUTHENTICATION</c>, <c>MARKETING</c> or <c>UTILITY</c>.</summary>
    public string? Category { get; init; }

    public string? PreviousCategory { get; init; }

    /// <summary>Meta's code of the reason, for example <c>INVALID_FORMAT</c>; <c>NONE</c> where it wasn't rejected.</summary>
    public string? RejectedReason { get; init; }

    public TemplateQuality? QualityScore { get; init; }

    /// <summary><c>POSITIONAL</c> (also where it is missing) or <c>NAMED</c>.</summary>
    public string? ParameterFormat { get; init; }

    public IReadOnlyList<TemplateComponent> Components { get; init; } = [];
}

/// <param name="Score"><c>GREEN</c>, <c>YELLOW</c>, <c>RED</c> or <c>UNKNOWN</c>.</param>
public sealed record TemplateQuality(string? Score);

/// <summary>A template to submit.</summary>
/// <param name="Name">Lower-case letters, digits and underscores, at most 512.</param>
/// <param name="Language">For example <c>en_US</c>.</param>
/// <param name="Category"><c>UTILITY</c>, <c>MARKETING</c> or <c>AUTHENTICATION</c>.</param>
/// <param name="Components">Header, body, footer, buttons.</param>
/// <param name="ParameterFormat"><c>POSITIONAL</c> or <c>NAMED</c>.</param>
public sealed record TemplateDraft(
    string Name, string Language, string Category, IReadOnlyList<TemplateComponent> Components, string ParameterFormat = "POSITIONAL");

/// <summary>What Meta answers to a submission. The review takes up to a day and is told by webhook.</summary>
public sealed record SubmittedTemplate
{
    public required string Id { get; init; }

    public string? Status { get; init; }

    /// <summary>Meta may choose another than was asked for.</summary>
    public string? Category { get; init; }
}
