using System.Diagnostics.CodeAnalysis;

namespace MultiLine.Domain.Search;

/// <summary>
/// What is looked for: <c>word</c>, <c>"a phrase"</c>, <c>-without</c>, <c>-"without a phrase"</c>. All terms have to occur and none of
/// the excluded ones may.
/// </summary>
public sealed record SearchQuery(IReadOnlyList<SearchTerm> Required, IReadOnlyList<SearchTerm> Excluded)
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaxLength = 500;

    public const int MaxTerms = 20;

    /// <summary>Whether what the index finds has to be checked against its text.</summary>
    public bool NeedsText => Required.Concat(Excluded).Any(term => term.NeedsText);

    /// <param name="text">As it was typed; empty finds everything.</param>
    /// <param name="problem">What is wrong with it, for the person who typed it.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out SearchQuery? query, [NotNullWhen(false)] out string? problem)
    {
        query = null;
        if (text.Length > MaxLength)
        {
            problem = $"A search has at most {MaxLength} characters.";
            return false;
        }

        List<SearchTerm> required = [];
        List<SearchTerm> excluded = [];
        for (var place = Skip(text, 0); place < text.Length; place = Skip(text, place))
        {
            var from = place;
            var without = text[place] == '-';
            if (!TryRead(text, without ? place + 1 : place, out var written, out place))
            {
                problem = "A quotation mark is open: a phrase stands between two of them.";
                return false;
            }

            if (SearchText.Words(written) is not { Count: > 0 } words)
            {
                problem = $"'{text[from..place]}' has no letter or digit to look for.";
                return false;
            }

            (without ? excluded : required).Add(new SearchTerm(words));
        }

        problem = (required.Count, excluded.Count) switch
        {
            (0, > 0) => "A search needs something to look for besides what is excluded.",
            var (some, others) when some + others > MaxTerms => $"A search has at most {MaxTerms} words and phrases.",
            _ => null,
        };
        query = problem is null ? new SearchQuery(required, excluded) : null;
        return problem is null;
    }

    /// <summary>Whether a message of these parts (its text, its file's name and so on) is looked for. No phrase goes from part to part.</summary>
    public bool Matches(IReadOnlyList<string> parts)
    {
        var words = parts.Select(SearchText.Words).ToList();
        return Required.All(OccursIn) && !Excluded.Any(OccursIn);

        bool OccursIn(SearchTerm term) => words.Exists(part => term.FindIn(part).Any());
    }

    private static int Skip(string text, int place)
    {
        while (place < text.Length && char.IsWhiteSpace(text[place]))
            place++;
        return place;
    }

    /// <summary>Reads to the closing quotation mark, or else to the next space or quotation mark.</summary>
    private static bool TryRead(string text, int start, out string written, out int end)
    {
        end = start;
        if (start < text.Length && IsQuotationMark(text[start]))
        {
            for (end = start + 1; end < text.Length && !IsQuotationMark(text[end]);)
                end++;
            written = text[(start + 1)..end];
            return end++ < text.Length;
        }

        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !IsQuotationMark(text[end]))
            end++;
        written = text[start..end];
        return true;
    }

    /// <summary>Phones set curly ones by themselves.</summary>
    private static bool IsQuotationMark(char sign) => sign is '"' or '“' or '”' or '„' or '«' or '»';
}
