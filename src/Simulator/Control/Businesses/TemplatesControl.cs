using MultiLine.Simulator.Graph.Templates;
using MultiLine.Simulator.Phones;

namespace MultiLine.Simulator.Control.Businesses;

/// <param name="Score">GREEN, YELLOW, RED or UNKNOWN.</param>
internal sealed record QualityScore(string? Score);

/// <param name="Seconds">When it happens; now if left out.</param>
internal sealed record CategoryChange(string? Category, double? Seconds);

internal sealed record ComponentsChange(IReadOnlyList<TemplateComponent>? Components);

/// <summary><c>/control/templates</c>: the reviewer's desk.</summary>
internal static class TemplatesControl
{
    public static void MapTemplates(this RouteGroupBuilder control)
    {
        control.MapGet(
            "/",
            (BusinessNumbers numbers, TemplateCatalog templates) => numbers.Wabas.SelectMany(templates.Of).Select(row => row.Template)
        );
        control.MapPost("/{id}/verdict", Decide);
        control.MapPut("/verdicts/{name}", Announce);
        control.MapPost("/{id}/quality", SetQuality);
        control.MapPost("/{id}/category", SetCategory);
        control.MapPost("/{id}/components", SetComponents);
    }

    /// <summary>Takes effect now, whatever the status.</summary>
    private static IResult Decide(string id, Verdict verdict, TemplateCatalog templates, TemplateReview review)
    {
        if (!Verdict.Events.Contains(verdict.Event))
            return UnknownEvent(verdict);
        return templates.Find(id) is { } template ? Results.Ok(review.Decide(template, verdict)) : ControlApi.NotFound("such template");
    }

    /// <summary>For the next review of a template of this name, which may not exist yet.</summary>
    private static IResult Announce(string name, Verdict verdict, TemplateReview review)
    {
        if (!Verdict.Events.Contains(verdict.Event))
            return UnknownEvent(verdict);

        review.Announce(name, verdict);
        return Results.Ok(verdict);
    }

    private static IResult SetQuality(string id, QualityScore quality, TemplateCatalog templates, TemplateChanges changes)
    {
        if (templates.Find(id) is not { } template)
            return ControlApi.NotFound("such template");
        return TemplateChanges.Qualities.Contains(quality.Score)
            ? Results.Ok(changes.SetQuality(template, quality.Score!))
            : ControlApi.Invalid($"'score' must be one of {string.Join(", ", TemplateChanges.Qualities)}.");
    }

    private static IResult SetCategory(string id, CategoryChange change, TemplateCatalog templates, TemplateChanges changes)
    {
        if (templates.Find(id) is not { } template)
            return ControlApi.NotFound("such template");
        if (change.Category is not { } category || !TemplateRules.Categories.Contains(category))
            return ControlApi.Invalid($"'category' must be one of {string.Join(", ", TemplateRules.Categories)}.");
        if (change.Seconds is not { } seconds)
            return Results.Ok(changes.SetCategory(template, category));
        if (seconds <= 0)
            return ControlApi.Invalid("'seconds' must be above 0.");

        changes.AnnounceCategory(template, category, TimeSpan.FromSeconds(seconds));
        return Results.Accepted();
    }

    private static IResult SetComponents(string id, ComponentsChange change, TemplateCatalog templates, TemplateChanges changes)
    {
        if (templates.Find(id) is not { } template)
            return ControlApi.NotFound("such template");
        if (change.Components is not { Count: > 0 } components)
            return ControlApi.Invalid("'components' must be given.");
        return TemplateRules.Check(template with { Components = components }) is { } wrong
            ? ControlApi.Invalid(wrong.UserMessage ?? wrong.Details ?? wrong.Message)
            : Results.Ok(changes.SetComponents(template, components));
    }

    private static IResult UnknownEvent(Verdict verdict) =>
        ControlApi.Invalid($"'event' is {verdict.Event}; it must be one of {string.Join(", ", Verdict.Events)}.");
}
