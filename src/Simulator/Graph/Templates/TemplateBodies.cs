namespace MultiLine.Simulator.Graph.Templates;

/// <summary>The body of a creation or an edit; an edit leaves out what stays.</summary>
internal sealed record TemplateRequest(
    string? Name,
    string? Language,
    string? Category,
    string? ParameterFormat,
    IReadOnlyList<TemplateComponent>? Components,
    bool? AllowCategoryChange,
    string? MessageSendTtlSeconds
);

/// <summary>A template as the Graph API shows it.</summary>
internal static class TemplateView
{
    public static object Of(Template template) =>
        new
        {
            template.Id,
            template.Name,
            template.Language,
            template.Status,
            template.Category,
            template.PreviousCategory,
            template.ParameterFormat,
            template.Components,
            template.RejectedReason,
            QualityScore = new { Score = template.Quality },
        };
}
