using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MultiLine.Domain.Policy.Detection;

namespace MultiLine.Domain.Policy.Redaction;

/// <summary>Puts marks in the place of hits, and leaves every other UTF-16 unit as it is.</summary>
public static class Redactor
{
    /// <summary>
    /// Brings hits in order, widens each to the whole characters (Unicode text elements: surrogate pairs, combining sequences, joined
    /// emoji, flags) that it touches, and joins those that overlap or touch.
    /// </summary>
    /// <param name="text">Any UTF-16.</param>
    /// <param name="hits">In any order; an empty one hides nothing.</param>
    public static ImmutableArray<RedactedSpan> Spans(ReadOnlySpan<char> text, IEnumerable<Hit> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        var ordered = hits.Where(hit => hit.Length > 0).OrderBy(hit => hit.Start).ThenBy(hit => hit.End).ToList();
        var spans = ImmutableArray.CreateBuilder<RedactedSpan>();
        var (at, element) = (0, 0);
        foreach (var hit in ordered)
        {
            // Elements are only read from the beginning on: whether a flag or a joined emoji begins at a place depends on what is before.
            while (at + element <= hit.Start && at < text.Length)
            {
                at += element;
                element = StringInfo.GetNextTextElementLength(text[at..]);
            }

            var start = at;
            while (at + element < hit.End)
            {
                at += element;
                element = StringInfo.GetNextTextElementLength(text[at..]);
            }

            Add(spans, start, at + element, Marks.Words(hit.Type));
        }

        return spans.ToImmutable();
    }

    /// <param name="text">The text in which the spans were found.</param>
    /// <param name="spans">As <see cref="Spans"/> gives them.</param>
    public static string Redact(string text, ImmutableArray<RedactedSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (spans.IsEmpty)
            return text;
        var redacted = new StringBuilder(text.Length);
        var kept = 0;
        foreach (var span in spans)
        {
            redacted.Append(text, kept, span.Start - kept).Append(Marks.Of(span.Words));
            kept = span.End;
        }

        return redacted.Append(text, kept, text.Length - kept).ToString();
    }

    private static void Add(ImmutableArray<RedactedSpan>.Builder spans, int start, int end, string words)
    {
        if (spans is [.., var last] && start <= last.End)
            spans[^1] = new(last.Start, Math.Max(last.End, end), last.Words.Contains(words) ? last.Words : last.Words.Add(words));
        else
            spans.Add(new(start, end, [words]));
    }
}
