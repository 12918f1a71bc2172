using Dapper;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;
using MultiLine.Simulator.Webhooks;

namespace MultiLine.Simulator.Graph.Templates;

/// <summary>What the review of a template led to.</summary>
/// <param name="Event">As in the webhook: APPROVED, REJECTED, PAUSED, DISABLED, PENDING or REINSTATED.</param>
/// <param name="Reason">Such as INCORRECT_CATEGORY; of a rejection.</param>
/// <param name="Recommendation">What the reviewer would change.</param>
internal sealed record Verdict(string Event, string? Reason = null, string? Recommendation = null)
{
    public static readonly IReadOnlyList<string> Events = ["APPROVED", "REJECTED", "PAUSED", "DISABLED", "PENDING", "REINSTATED"];

    /// <summary>The status that a template has then.</summary>
    public string Status => Event == "REINSTATED" ? "APPROVED" : Event;
}

/// <summary>Reviews submitted templates after a while, and whenever the control API says so.</summary>
internal sealed class TemplateReview(
    Database database,
    TemplateCatalog templates,
    Schedule schedule,
    WebhookQueue webhooks,
    SimulatorOptions options
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
                Status = verdict.Status,
                RejectedReason = verdict.Status == "REJECTED" ? verdict.Reason ?? options.Review.RejectedReason : "NONE",
            };
            templates.Save(decided);
            webhooks.Add(TemplateWebhook.Of(decided, verdict));
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
