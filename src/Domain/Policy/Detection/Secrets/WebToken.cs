namespace MultiLine.Domain.Policy.Detection.Secrets;

/// <summary>JSON web tokens (RFC 7519): three parts in base 64 for URLs, of which the first two are JSON objects.</summary>
internal static class WebToken
{
    private const int Longest = 4096;
    private const int ShortestPart = 10;

    /// <summary>The unit behind the token that begins there with <c>{"</c> in base 64; 0 if none does.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        var latest = Math.Min(text.Length, start + Longest);
        for (var part = 0; part < 3; part++)
        {
            var from = i;
            while (i < latest && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '_' or '-'))
                i++;
            if (i - from < ShortestPart || part == 1 && !text[from..].StartsWith("eyJ"))
                return 0;
            if (part < 2 && (i == latest || text[i++] != '.'))
                return 0;
        }

        return i;
    }
}
