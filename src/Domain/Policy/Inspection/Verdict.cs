using System.Collections.Immutable;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Policy.Detection;
using MultiLine.Domain.Policy.Redaction;

namespace MultiLine.Domain.Policy.Inspection;

/// <summary>What policy says of a message.</summary>
public sealed record Verdict
{
    /// <summary>No rule has anything against it.</summary>
    public static Verdict Clear { get; } = new();

    /// <summary>One for each rule that the message has broken, the strictest first; rules of organisations above before others as strict.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>What is to be hidden, part by part: all hits of rules that redact or block.</summary>
    public ImmutableArray<PartRedaction> Redactions { get; init; } = [];

    /// <summary>Ids of those who get a notice, each once.</summary>
    public ImmutableArray<string> Notify { get; init; } = [];

    /// <summary>The strictest of the findings'; null where there is none.</summary>
    public PolicyAction? Action => Findings.IsEmpty ? null : Findings[0].Action;

    /// <summary>The attachment itself is to be hidden.</summary>
    public bool HidesAttachment => Redactions.Any(redaction => redaction.Part.Kind == MessagePartKind.Attachment);

    /// <summary>
    /// The message with a mark in the place of all that is to be hidden, and without the provider's own JSON. The one it was made of if
    /// nothing is to be hidden.
    /// </summary>
    public MessageContent Redact(MessageContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (Redactions.IsEmpty)
            return content;
        var redacted = MessageTexts.Rewrite(content, (part, text) =>
            Redactions.FirstOrDefault(redaction => redaction.Part == part) is { } found ? Redactor.Redact(text, found.Spans) : text);
        return HidesAttachment
            ? redacted with { Media = null, Text = string.IsNullOrEmpty(redacted.Text) ? Marks.Attachment : $"{redacted.Text}\n{Marks.Attachment}" }
            : redacted;
    }

    /// <summary>What is recorded of it; null where nothing was found.</summary>
    /// <param name="original">Commits to the message as it was, where something was hidden in it.</param>
    public PolicyMark? Mark(string? original = null) => Action is { } action
        ? new PolicyMark(action, [.. Findings.Select(finding => finding.Record())]) { Original = original }
        : null;
}

/// <summary>A rule that the message has broken.</summary>
/// <param name="Organization">Whose rule it is: the organisation's own, or one above it.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Name">The rule's name.</param>
/// <param name="Action">What the rule asks for.</param>
/// <param name="Hits">Part by part, in the order of the text.</param>
public sealed record Finding(string Organization, string Rule, string Name, PolicyAction Action, ImmutableArray<PartHit> Hits)
{
    internal PolicyFinding Record() =>
        new(Organization, Rule, Name, Action, [.. Hits.Select(hit => hit.Hit.Type).Distinct(StringComparer.Ordinal)], Hits.Length);
}

/// <param name="Part">In which part of the message it is.</param>
/// <param name="Hit">A detector's type, or the name of the word list or expression; of an attachment, its media type and no span.</param>
/// <param name="Weight">What it adds to the threshold, unless the same was found before.</param>
public sealed record PartHit(MessagePart Part, Hit Hit, int Weight);

/// <param name="Part">In which part of the message.</param>
/// <param name="Spans">In the order of the text, apart from each other, none cutting a character in two. None for an attachment.</param>
public sealed record PartRedaction(MessagePart Part, ImmutableArray<RedactedSpan> Spans);
