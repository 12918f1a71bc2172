using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using MultiLine.Domain.Content;
using MultiLine.Domain.Policy.Detection;
using MultiLine.Domain.Policy.Inspection;
using MultiLine.Domain.Policy.Redaction;

namespace MultiLine.Domain.Policy.DryRun;

/// <summary>What a policy would have done with messages of the past, one added after the other. What was found itself is nowhere in it.</summary>
public sealed record DryRunReport
{
    /// <summary>Samples of each rule: of the first messages that broke it.</summary>
    public const int Samples = 5;

    public static DryRunReport Empty { get; } = new();

    /// <summary>How many were looked at.</summary>
    public int Messages { get; init; }

    /// <summary>How many would have gone on as they are, marked.</summary>
    public int Flagged { get; init; }

    public int Redacted { get; init; }

    public int Blocked { get; init; }

    /// <summary>Those that something was found by, in the order in which they first did.</summary>
    public ImmutableArray<DryRunRule> Rules { get; init; } = [];

    /// <param name="messageId">By which a sample names it.</param>
    /// <param name="content">What was looked at.</param>
    /// <param name="verdict">What came of it.</param>
    public DryRunReport Add(string messageId, MessageContent content, Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(verdict);
        var rules = Rules;
        if (!verdict.Findings.IsEmpty)
        {
            var samples = Hide(messageId, content, verdict);
            foreach (var finding in verdict.Findings)
                rules = With(rules, finding, samples[finding.Hits[0].Part]);
        }

        return this with
        {
            Messages = Messages + 1,
            Flagged = Flagged + (verdict.Action == PolicyAction.Flag ? 1 : 0),
            Redacted = Redacted + (verdict.Action == PolicyAction.Redact ? 1 : 0),
            Blocked = Blocked + (verdict.Action == PolicyAction.Block ? 1 : 0),
            Rules = rules,
        };
    }

    private static ImmutableArray<DryRunRule> With(ImmutableArray<DryRunRule> rules, Finding finding, DryRunSample sample)
    {
        var known = rules.FirstOrDefault(rule => rule.Organization == finding.Organization && rule.Rule == finding.Rule);
        if (known is null)
            return rules.Add(new(finding.Organization, finding.Rule, finding.Name, finding.Action, 1, [sample]));
        var samples = known.Samples.Length < Samples ? known.Samples.Add(sample) : known.Samples;
        return rules.Replace(known, known with { Messages = known.Messages + 1, Samples = samples });
    }

    /// <summary>A sample of each part in which any rule has found something, with all of it hidden.</summary>
    private static Dictionary<MessagePart, DryRunSample> Hide(string messageId, MessageContent content, Verdict verdict)
    {
        var texts = new Texts([]);
        MessageTexts.Visit(content, ref texts);
        return verdict.Findings.SelectMany(finding => finding.Hits).GroupBy(hit => hit.Part).ToDictionary(
            part => part.Key,
            part => new DryRunSample(messageId, part.Key, texts.ByPart.TryGetValue(part.Key, out var text)
                ? Context(text, part.Select(hit => hit.Hit))
                : Marks.Attachment));
    }

    private static string Context(string text, IEnumerable<Hit> hits)
    {
        var spans = Redactor.Spans(text, hits);
        var redacted = Redactor.Redact(text, spans);
        return DryRunSample.Around(redacted, spans[0].Start);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Texts(Dictionary<MessagePart, string> ByPart) : IMessageTextVisitor
    {
        public void Visit(MessagePart part, string text) => ByPart[part] = text;
    }
}

/// <param name="Organization">Whose rule it is.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Name">The rule's name.</param>
/// <param name="Action">What it asks for.</param>
/// <param name="Messages">How many have broken it.</param>
/// <param name="Samples">At most <see cref="DryRunReport.Samples"/>.</param>
public sealed record DryRunRule(
    string Organization, string Rule, string Name, PolicyAction Action, int Messages, ImmutableArray<DryRunSample> Samples);

/// <param name="MessageId">Of which message.</param>
/// <param name="Part">Where in it.</param>
/// <param name="Context">What stands around the first find, with a mark in the place of each.</param>
public sealed record DryRunSample(string MessageId, MessagePart Part, string Context)
{
    /// <summary>How much is shown before and behind the place where the first mark begins, in UTF-16 units.</summary>
    private const int Width = 60;

    private const string More = "…";

    internal static string Around(string redacted, int place)
    {
        var boundaries = StringInfo.ParseCombiningCharacters(redacted);
        var start = boundaries.FirstOrDefault(boundary => boundary >= place - Width);
        var end = boundaries.FirstOrDefault(boundary => boundary >= place + Width, redacted.Length);
        return (start > 0 ? More : "") + redacted[start..end] + (end < redacted.Length ? More : "");
    }
}
