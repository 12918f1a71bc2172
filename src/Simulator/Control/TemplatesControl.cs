using MultiLine.Simulator.Graph.Templates;
using MultiLine.Simulator.Phones;

namespace MultiLine.Simulator.Control;

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

    private static IResult UnknownEvent(Verdict verdict) =>
        ControlApi.Invalid($"'event' is {verdict.Event}; it must be one of {string.Join(", ", Verdict.Events)}.");
}
