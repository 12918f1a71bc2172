namespace MultiLine.Domain.Policy.Detection.Scanning;

/// <summary>How far what is said reaches: a label belongs to the number in its own sentence, if there is one.</summary>
internal static class Sentence
{
    /// <summary>How far back a word may speak of what begins there: not of the sentence before if that has a number itself.</summary>
    public static int EarliestRelated(ReadOnlySpan<char> text, int start, int reach)
    {
        var earliest = Math.Max(0, start - reach);
        var isOfEarlier = false;
        for (var i = start - 1; i >= earliest; i--)
        {
            if (isOfEarlier && char.IsAsciiDigit(text[i]))
                return i;
            isOfEarlier |= EndsAt(text, i);
        }

        return earliest;
    }

    /// <summary>Where the sentence begins that the place is in, not further back than the reach.</summary>
    public static int StartOf(ReadOnlySpan<char> text, int place, int reach)
    {
        var earliest = Math.Max(0, place - reach);
        for (var i = place - 1; i >= earliest; i--)
        {
            if (EndsAt(text, i))
                return i;
        }

        return earliest;
    }

    /// <summary>How far behind a word may speak of what ends there: to the end of the sentence or of the line.</summary>
    public static int LatestRelated(ReadOnlySpan<char> text, int end, int reach)
    {
        var latest = Math.Min(text.Length, end + reach);
        for (var i = end; i < latest; i++)
        {
            if (text[i] == '\n' || EndsAt(text, i))
                return i;
        }

        return latest;
    }

    /// <summary>A full stop, or its like, before a capital.</summary>
    private static bool EndsAt(ReadOnlySpan<char> text, int i) =>
        text[i] is '.' or '!' or '?' && i + 2 < text.Length && char.IsWhiteSpace(text[i + 1]) && char.IsUpper(text[i + 2]);
}
