using Dapper;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;
using MultiLine.Simulator.Webhooks.Templates;
using MultiLine.Simulator.Webhooks;

namespace MultiLine.Simulator.Graph.Templates;

/// <summary>Reviews submitted templates after a while, and whenever the control API says so.</summary>
internal sealed class TemplateReview(
    Database database,
    TemplateCatalog templates,
    Schedule schedule,
    WebhookQueue webhooks,
    SimulatorOptions options,
    TimeProvider time
) : IScheduledAct
{
    public string Kind => "review";

    /// <summary>The verdict on the next review of a template of this name, instead of the rule.</summary>
    public void Announce(string templateName, Verdict verdict) =>
        database.Step(db =>
            db.Execute(
                "REPLACE INTO verdicts (name, document) VALUES (@templateName, @document)",
                new { templateName, document = Stored.Write(verdict) }
            )
        );

    public Template Submit(Template template) =>
        database.Step(_ =>
        {
            var submitted = template with { Status = "PENDING", RejectedReason = "NONE" };
            templates.Save(submitted);
            if (options.Review.Automatic)
                schedule.Add(options.Review.Delay, Kind, template.Id, "");
            return submitted;
        });

    void IScheduledAct.Run(string subject, string argument)
    {
        if (templates.Find(subject) is { Status: "PENDING" } template)
            Decide(template, TakeAnnounced(template.Name) ?? ByRule(template));
    }

    public Template Decide(Template template, Verdict verdict) =>
        database.Step(_ =>
        {
            var decided = template with
            {
                Status = verdict.StatusAfter(template.Status),
                RejectedReason = verdict.Event == "REJECTED" ? verdict.Reason ?? options.Review.RejectedReason : "NONE",
                Pauses = verdict.Event == "PAUSED" ? template.Pauses + 1 : template.Pauses,
            };
            templates.Save(decided);
            webhooks.Add(TemplateWebhook.OfStatus(decided, verdict, time.GetUtcNow()));
            return decided;
        });

    private Verdict? TakeAnnounced(string name) =>
        database.Step(db =>
            db.QuerySingleOrDefault<string>("DELETE FROM verdicts WHERE name = @name RETURNING document", new { name }) is { } document
                ? Stored.Read<Verdict>(document)
                : null
        );

    private Verdict ByRule(Template template)
    {
        var word = options.Review.RejectedWords.FirstOrDefault(word =>
            template.Components.Any(component => component.Text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true)
        );
        return word is null ? new Verdict("APPROVED") : new Verdict("REJECTED", options.Review.RejectedReason, $"Leave out '{word}'.");
    }
}
