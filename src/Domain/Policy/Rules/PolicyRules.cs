using System.Collections.Immutable;
using System.Globalization;
using MultiLine.Domain.Content;
using MultiLine.Domain.Policy.Detection;
using MultiLine.Domain.Policy.Expressions;
using MultiLine.Domain.Policy.Inspection;

namespace MultiLine.Domain.Policy.Rules;

/// <summary>What must be true of a rule before it is saved.</summary>
public static class PolicyRules
{
    /// <summary>Checks one rule: what it looks for, its limits, and that its examples turn out as they say. It may be switched off.</summary>
    /// <param name="layers">
    /// The policies of the organisations above, the topmost first, and the organisation's own last, with the rule in it or without.
    /// </param>
    /// <param name="rule">What is to be saved.</param>
    /// <returns>Whole sentences, each naming one thing that is wrong; empty where nothing is.</returns>
    public static ImmutableArray<string> Check(IReadOnlyList<PolicyLayer> layers, PolicyRule rule)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(rule);
        var problems = ImmutableArray.CreateBuilder<string>();
        problems.AddRange(ProblemsOfForm(rule));
        problems.AddRange(ProblemsOfTargets(layers, rule));
        if (problems.Count == 0)
            problems.AddRange(ProblemsOfExamples(layers, rule));
        return problems.ToImmutable();
    }

    private static IEnumerable<string> ProblemsOfForm(PolicyRule rule)
    {
        if (!KeyPart.IsValid(rule.Id))
            yield return $"The rule's id “{rule.Id}” has to be 1 to {KeyPart.MaxLength} lower-case letters, digits, hyphens or underscores.";
        if (Names.Problem("The rule's name", rule.Name) is { } name)
            yield return name;
        if (!Enum.IsDefined(rule.Action) || !Enum.IsDefined(rule.Direction))
            yield return "The rule's action or direction is unknown.";
        if (rule.Threshold is < 1 or > PolicyLimits.Threshold)
            yield return Text($"The threshold is {rule.Threshold}; it has to be 1 to {PolicyLimits.Threshold}.");
        foreach (var (what, count) in new[]
                 {
                     ("channels", rule.Channels.Length), ("people", rule.People.Length), ("people to notify", rule.Notify.Length),
                     ("detectors", rule.Detectors.Length), ("word lists", rule.WordLists.Length),
                     ("media types", (rule.Attachments?.Types.Length ?? 0) + (rule.Attachments?.Except.Length ?? 0)),
                 })
        {
            if (count > PolicyLimits.Named)
                yield return Text($"The rule names {count} {what}; {PolicyLimits.Named} are the most.");
        }
    }

    private static IEnumerable<string> ProblemsOfTargets(IReadOnlyList<PolicyLayer> layers, PolicyRule rule)
    {
        if (rule is { Detectors.IsEmpty: true, WordLists.IsEmpty: true, Expressions.IsEmpty: true, Attachments: null })
            yield return "The rule looks for nothing: choose a detector, a word list, an expression or attachments.";
        foreach (var detector in rule.Detectors)
        {
            if (!DetectorSet.All.Contains(detector.Type))
                yield return $"There is no detector “{detector.Type}”.";
            if (detector.MinimumScore is not (>= 0 and <= 1))
                yield return Text($"The minimum score of {detector.Type} is {detector.MinimumScore}; it has to be 0 to 1.");
        }

        foreach (var id in rule.WordLists)
        {
            if (!layers.Any(layer => layer.Policy.WordLists.Any(list => list.Id == id)))
                yield return $"There is no word list “{id}”, neither of your organisation nor of one above it.";
        }

        foreach (var (name, pattern) in rule.Expressions)
        {
            if (Names.Problem("The name of an expression", name) is { } problem)
                yield return problem;
            if (!LinearExpression.TryCreate(pattern, out _, out var refusal))
                yield return $"The expression “{name}” {refusal}.";
        }

        foreach (var type in (rule.Attachments?.Types ?? []).Concat(rule.Attachments?.Except ?? []))
        {
            if (!MediaTypes.IsPattern(type))
                yield return $"“{type}” is no media type; write one such as application/pdf, or image/* for all pictures.";
        }

        if (rule.Attachments?.LargerThan < 0)
            yield return "The size of attachments can't be below 0 bytes.";
    }

    private static IEnumerable<string> ProblemsOfExamples(IReadOnlyList<PolicyLayer> layers, PolicyRule rule)
    {
        if (rule.MustMatch.IsEmpty)
            yield return "Give at least one example that the rule must match.";
        if (rule.MustNotMatch.IsEmpty)
            yield return "Give at least one example that the rule must not match.";
        if (Math.Max(rule.MustMatch.Length, rule.MustNotMatch.Length) > PolicyLimits.Examples)
            yield return Text($"There are more than {PolicyLimits.Examples} examples of one kind.");
        var compiled = Alone(layers, rule);
        for (var i = 0; i < rule.MustMatch.Length; i++)
        {
            if (Problem(compiled, rule, rule.MustMatch[i], mustMatch: true) is { } problem)
                yield return Text($"Example {i + 1} that must match: {problem}");
        }

        for (var i = 0; i < rule.MustNotMatch.Length; i++)
        {
            if (Problem(compiled, rule, rule.MustNotMatch[i], mustMatch: false) is { } problem)
                yield return Text($"Example {i + 1} that must not match: {problem}");
        }
    }

    private static string? Problem(CompiledPolicy compiled, PolicyRule rule, RuleExample example, bool mustMatch)
    {
        if (string.IsNullOrEmpty(example.Text) && example is { AttachmentType: null, AttachmentSize: null, FileName: null })
            return "it has neither text nor attachment.";
        if (example.Text?.Length > PolicyLimits.ExampleLength || example.FileName?.Length > PolicyLimits.ExampleLength)
            return Text($"it is longer than {PolicyLimits.ExampleLength} characters.");
        var subject = example.Subject();
        var verdict = compiled.Inspect(subject);
        if (mustMatch == (verdict.Action is not null))
            return null;
        return mustMatch ? NotFound(compiled, rule, subject) : $"found {Listed(verdict.Findings[0].Hits)}.";
    }

    /// <summary>Says how far it was from the threshold.</summary>
    private static string NotFound(CompiledPolicy compiled, PolicyRule rule, in Subject subject)
    {
        var anything = compiled.WithThresholdOfOne().Inspect(subject);
        return anything.Action is null
            ? "nothing was found."
            : Text($"found {Listed(anything.Findings[0].Hits)}, which is less than the threshold of {rule.Threshold}.");
    }

    private static string Listed(ImmutableArray<PartHit> hits) => string.Join(", ", hits.Select(hit => hit.Part.Kind == MessagePartKind.Attachment
        ? $"the attachment ({hit.Hit.Type})"
        : Text($"{hit.Hit.Type} in the {hit.Part} at characters {hit.Hit.Start + 1} to {hit.Hit.End} (weight {hit.Weight})")));

    /// <summary>The rule as if it were for every message, with the lists that it can see and no other rule.</summary>
    private static CompiledPolicy Alone(IReadOnlyList<PolicyLayer> layers, PolicyRule rule)
    {
        var forAll = rule with { Enabled = true, Direction = Direction.Both, Channels = [], People = [] };
        PolicyLayer[] lists = [.. layers.Select(layer => layer with { Policy = layer.Policy with { Rules = [] } })];
        var organization = layers.Count == 0 ? "" : layers[^1].Organization;
        return CompiledPolicy.Compile([.. lists, new PolicyLayer(organization, new OrganizationPolicy { Rules = [forAll] })]);
    }

    private static Subject Subject(this RuleExample example)
    {
        var hasFile = example is not { AttachmentType: null, AttachmentSize: null, FileName: null };
        var media = hasFile ? new MediaContent("document", "") { MimeType = example.AttachmentType, FileName = example.FileName } : null;
        return new Subject(Direction.Out, Channel.WhatsApp, new MessageContent { Text = example.Text, Media = media })
        {
            SniffedType = example.AttachmentType,
            AttachmentSize = example.AttachmentSize,
        };
    }

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
