using MultiLine.Domain.Content;
using MultiLine.Domain.Templates;

namespace MultiLine.Domain.Policy.Inspection;

/// <summary>
/// Looks at a template with its values. Its fixed text was approved by the firm and the provider, so only the values count; but what they say
/// together with the text around them counts too, and where that can't be taken out of a value alone, the message is blocked.
/// </summary>
public static class TemplateInspection
{
    /// <summary>Takes the place of a value, to see what the fixed text holds by itself.</summary>
    private const string Blank = "…";

    /// <param name="policy">What applies.</param>
    /// <param name="subject">The message as it would be sent.</param>
    /// <param name="template">Whose values they are.</param>
    public static Inspected Inspect(CompiledPolicy policy, in Subject subject, MessageTemplate template)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(template);
        var values = subject.Content.Parameters;
        var alone = policy.Inspect(subject with { Content = new MessageContent { Parameters = values } });
        if (alone.Action == PolicyAction.Block)
            return Inspected.Of(subject.Content, alone);

        var left = alone.Redact(new MessageContent { Parameters = values }).Parameters;
        var together = policy.Inspect(subject with { Content = Rendered(template, left) });
        if (together.Action is PolicyAction.Redact or PolicyAction.Block)
        {
            var byItself = policy.Inspect(subject with { Content = Rendered(template, [.. values.Select(_ => Blank)]) });
            if (Hits(together) > Hits(byItself))
                return new Inspected(new MessageContent(), together.Mark()! with { Action = PolicyAction.Block });
        }

        return alone.Action == PolicyAction.Redact
            ? new Inspected(Rendered(template, left) with { Buttons = subject.Content.Buttons, Parameters = left }, alone.Mark())
            : new Inspected(subject.Content, alone.Mark());
    }

    private static MessageContent Rendered(MessageTemplate template, IReadOnlyList<string> values) =>
        new() { Text = template.Render(values).Text, ButtonTargets = template.Targets(values) is { IsEmpty: false } targets ? targets : null };

    private static int Hits(Verdict verdict) => verdict.Findings.Where(finding => finding.Action != PolicyAction.Flag).Sum(finding => finding.Hits.Length);
}
