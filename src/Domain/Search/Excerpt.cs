using System.Globalization;

namespace MultiLine.Domain.Search;

/// <summary>A part of what was said, around the first place where something was found.</summary>
/// <param name="Text">With an ellipsis where it goes on.</param>
/// <param name="Marks">Where in it something was found, in UTF-16 code units, in their order.</param>
public sealed record Excerpt(string Text, IReadOnlyList<(int Start, int Length)> Marks)
{
    /// <summary>In UTF-16 code units, without the ellipses; a little more where that would cut a character.</summary>
    public const int LongestText = 240;

    private const int Before = 60;
    private const char Ellipsis = '…';

    /// <summary>Null where there is nothing to show.</summary>
    public static Excerpt? Of(IReadOnlyList<string> parts, SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(query);
        if (parts.Count == 0)
            return null;
        var (part, found) = parts
            .Select(part => (Part: part, Found: Find(part, query)))
            .FirstOrDefault(candidate => candidate.Found.Count > 0, (parts[0], []));
        var (start, end) = Window(part, found.Count > 0 ? found[0].Start : 0);
        var shift = start > 0 ? 1 - start : 0;
        return new Excerpt(
            $"{(start > 0 ? Ellipsis : "")}{part[start..end]}{(end < part.Length ? Ellipsis : "")}",
            [.. found.Where(mark => mark.Start >= start && mark.Start + mark.Length <= end).Select(mark => (mark.Start + shift, mark.Length))]);
    }

    /// <summary>No two overlap.</summary>
    private static List<(int Start, int Length)> Find(string part, SearchQuery query)
    {
        var words = SearchText.Words(part);
        List<(int Start, int Length)> found = [];
        foreach (var mark in query.Required.SelectMany(term => term.FindIn(words)).Order())
        {
            if (found is not [.., var last] || mark.Start >= last.Start + last.Length)
                found.Add(mark);
        }

        return found;
    }

    private static (int Start, int End) Window(string part, int place)
    {
        var (start, end) = (0, part.Length);
        if (place > Before)
            start = Boundary(part, place - Before);
        if (part.Length - start > LongestText)
            end = Boundary(part, start + LongestText);
        return (start, end);
    }

    /// <summary>The beginning of the character that people would count, at or behind a place.</summary>
    private static int Boundary(string part, int place)
    {
        // From the space before it, so that no more than a word is gone through.
        var from = part.LastIndexOf(' ', Math.Min(place, part.Length - 1)) is >= 0 and var space && place - space < Before ? space : Math.Max(0, place - Before);
        while (from > 0 && char.IsLowSurrogate(part[from]))
            from--;
        while (from < place)
            from += StringInfo.GetNextTextElementLength(part, from);
        return from;
    }
}
