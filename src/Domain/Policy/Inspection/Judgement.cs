using System.Collections.Immutable;
using MultiLine.Domain.Policy.Detection;
using MultiLine.Domain.Policy.Redaction;

namespace MultiLine.Domain.Policy.Inspection;

/// <summary>Holds what was found in a message against the rules.</summary>
internal static class Judgement
{
    public static Verdict Of(ImmutableArray<CompiledRule> rules, in Subject subject, List<Found> found)
    {
        var findings = new List<(Finding Finding, ImmutableArray<string> Notify)>();
        var hidden = new List<Found>();
        var hidesAttachment = false;
        for (var place = 0; place < rules.Length; place++)
        {
            var rule = rules[place];
            if (!rule.AppliesTo(subject))
                continue;
            var wanted = found.FindAll(candidate => rule.Wants(candidate, place));
            var attachment = rule.UnwantedType(subject);
            if (!Reaches(rule.Rule.Threshold, wanted, attachment is null ? 0 : 1))
                continue;
            findings.Add((FindingOf(rule, wanted, attachment), rule.Rule.Notify));
            if (rule.Rule.Action == PolicyAction.Flag)
                continue;
            hidden.AddRange(wanted);
            hidesAttachment |= attachment is not null;
        }

        return findings.Count == 0 ? Verdict.Clear : new Verdict
        {
            Findings = [.. findings.Select(one => one.Finding).OrderByDescending(finding => finding.Action)],
            Notify = [.. findings.SelectMany(one => one.Notify).Distinct(StringComparer.Ordinal)],
            Redactions = Redactions(hidden, hidesAttachment),
        };
    }

    /// <summary>The same found twice counts once. Whether a value was found before is asked only where it matters, because values can be long.</summary>
    private static bool Reaches(int threshold, List<Found> wanted, long weight)
    {
        var counted = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < wanted.Count && weight < threshold; i++)
        {
            if (i == 0 && wanted[0].Weight + weight >= threshold || counted.Add(wanted[i].Identity))
                weight += wanted[i].Weight;
        }

        return weight > 0 && weight >= threshold;
    }

    private static Finding FindingOf(CompiledRule rule, List<Found> wanted, string? attachment)
    {
        // The detectors' hits of one text are in order already, and they alone can be many.
        IEnumerable<Found> ordered = IsInOrder(wanted)
            ? wanted
            : wanted.OrderBy(hit => hit.Part.Kind).ThenBy(hit => hit.Part.Index).ThenBy(hit => hit.Part.Inner).ThenBy(hit => hit.Start).ThenBy(hit => hit.End);
        var hits = ordered.Select(hit => new PartHit(hit.Part, new Hit(hit.Type, hit.Start, hit.End, hit.Score), hit.Weight));
        if (attachment is not null)
            hits = hits.Append(new PartHit(new(MessagePartKind.Attachment), new Hit(attachment, 0, 0, 1), 1));
        return new Finding(rule.Organization, rule.Rule.Id, rule.Rule.Name, rule.Rule.Action, [.. hits]);
    }

    private static bool IsInOrder(List<Found> found)
    {
        for (var i = 1; i < found.Count; i++)
        {
            if (found[i].Part != found[i - 1].Part || found[i].Start < found[i - 1].Start || (found[i].Start == found[i - 1].Start && found[i].End < found[i - 1].End))
                return false;
        }

        return true;
    }

    private static ImmutableArray<PartRedaction> Redactions(List<Found> hidden, bool hidesAttachment)
    {
        var redactions = ImmutableArray.CreateBuilder<PartRedaction>();
        foreach (var part in hidden.GroupBy(hit => hit.Part))
        {
            var spans = Redactor.Spans(part.First().Text, part.Select(hit => new Hit(MarkedType(hit), hit.Start, hit.End, hit.Score)));
            redactions.Add(new(part.Key, spans));
        }

        if (hidesAttachment)
            redactions.Add(new(new(MessagePartKind.Attachment), []));
        return redactions.ToImmutable();
    }

    /// <summary>A word list may have the name of a detector's type.</summary>
    private static string MarkedType(in Found hit) => hit.Source == FoundBy.Detector ? hit.Type : Marks.Other;
}
