namespace MultiLine.Domain.Policy.Detection.Internet;

/// <summary>Where a URL in running text ends: not with the sentence's punctuation, nor with the parenthesis around it.</summary>
internal static class UrlTail
{
    public enum Part
    {
        Host,
        BehindHost,
    }

    /// <param name="text">The text.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="part">Behind a bare host only a port, a path, a query or a fragment go on.</param>
    public static int EndOf(ReadOnlySpan<char> text, int start, Part part)
    {
        if (part == Part.BehindHost)
        {
            if (start < text.Length && text[start] == ':' && start + 1 < text.Length && char.IsAsciiDigit(text[start + 1]))
            {
                start++;
                while (start < text.Length && char.IsAsciiDigit(text[start]))
                    start++;
            }

            if (start >= text.Length || text[start] is not ('/' or '?' or '#'))
                return start;
        }

        var (round, square) = (0, 0);
        var end = start;
        for (var i = start; i < text.Length && IsOfUrl(text[i]); i++)
        {
            switch (text[i])
            {
                case '(':
                    round++;
                    break;
                case '[':
                    square++;
                    break;
                case ')' when --round < 0:
                case ']' when --square < 0:
                    return end;
            }

            if (text[i] is not ('.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or '(' or '['))
                end = i + 1;
        }

        return end;
    }

    private static bool IsOfUrl(char c) => char.IsAscii(c)
        ? c > ' ' && c is not ('"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}' or '\x7F')
        : char.IsLetterOrDigit(c) || char.IsSurrogate(c);
}
