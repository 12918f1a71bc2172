using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Phones;

/// <summary>What is dialled behind a number, inside a firm: x123, ext. 123, #123.</summary>
internal static class Extension
{
    private const int MostDigits = 6;

    private static readonly string[] Words = ["extension", "ext.", "ext", "x.", "x", "#", "durchwahl", "poste"];

    /// <summary>The unit behind the extension; <paramref name="start"/> if there is none.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        while (i < text.Length && i < start + 2 && text[i] is ' ' or ',')
            i++;
        foreach (var word in Words)
        {
            if (!text[i..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
                continue;
            var from = i + word.Length;
            if (from < text.Length && text[from] == ' ')
                from++;
            var end = from;
            while (end < text.Length && end - from < MostDigits && char.IsAsciiDigit(text[end]))
                end++;
            return end > from && (end == text.Length || !Characters.IsWord(text[end])) ? end : start;
        }

        return start;
    }
}
