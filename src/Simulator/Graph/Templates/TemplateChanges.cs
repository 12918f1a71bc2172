using MultiLine.Simulator.State;
using MultiLine.Simulator.Webhooks;
using MultiLine.Simulator.Webhooks.Templates;

namespace MultiLine.Simulator.Graph.Templates;

/// <summary>What changes about a template beside its status: its quality, its category, its parts. The business is told.</summary>
internal sealed class TemplateChanges(
    Database database,
    TemplateCatalog templates,
    TemplateReview review,
    Schedule schedule,
    WebhookQueue webhooks,
    TimeProvider time
) : IScheduledAct
{
    public static readonly IReadOnlyList<string> Qualities = ["GREEN", "YELLOW", "RED", "UNKNOWN"];

    public string Kind => "category";

    public Template SetQuality(Template template, string quality) =>
        database.Step(_ =>
        {
            var changed = template with { Quality = quality };
            templates.Save(changed);
            webhooks.Add(TemplateWebhook.OfQuality(changed, template.Quality));
            return changed;
        });

    public Template SetCategory(Template template, string category) =>
        database.Step(_ =>
        {
            var changed = template with { Category = category, PreviousCategory = template.Category };
            templates.Save(changed);
            webhooks.Add(TemplateWebhook.OfCategory(changed));
            return changed;
        });

    /// <summary>The business is told now, and again when it happens.</summary>
    public void AnnounceCategory(Template template, string category, TimeSpan after) =>
        database.Step(_ =>
        {
            schedule.Add(after, Kind, template.Id, category);
            webhooks.Add(TemplateWebhook.OfCategoryToCome(template, category, time.GetUtcNow() + after));
            return true;
        });

    public Template SetComponents(Template template, IReadOnlyList<TemplateComponent> components) =>
        database.Step(_ =>
        {
            var changed = template with { Components = components };
            templates.Save(changed);
            webhooks.Add(TemplateWebhook.OfComponents(changed));
            return changed;
        });

    /// <summary>The business edits the template itself: it is reviewed again.</summary>
    public void Edit(Template edited, bool inComponents) =>
        database.Step(_ =>
        {
            review.Submit(edited);
            if (inComponents)
                webhooks.Add(TemplateWebhook.OfComponents(edited));
            return edited;
        });

    void IScheduledAct.Run(string subject, string argument)
    {
        if (templates.Find(subject) is { } template && template.Category != argument)
            SetCategory(template, argument);
    }
}
