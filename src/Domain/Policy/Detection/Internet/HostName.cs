namespace MultiLine.Domain.Policy.Detection.Internet;

/// <summary>Names of hosts: labels of letters of any script, digits and inner hyphens, with points between (RFC 1123, RFC 5890).</summary>
internal static class HostName
{
    private const int Longest = 253;

    /// <summary>The unit behind the longest name that begins there; <paramref name="start"/> if none does.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        var latest = Math.Min(text.Length, start + Longest);
        for (var i = start; i < latest; i++)
        {
            if (IsOfLabel(text[i]))
                end = i + 1;
            else if (text[i] == '-' ? i == start || text[i - 1] == '.' : text[i] != '.' || i == start || end != i)
                break;
        }

        return end;
    }

    /// <summary>The last label.</summary>
    public static ReadOnlySpan<char> TopOf(ReadOnlySpan<char> host) => host[(host.LastIndexOf('.') + 1)..];

    /// <summary>Letters of any script, also those outside of the basic plane and their marks, and digits.</summary>
    public static bool IsOfLabel(char c) =>
        char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is
            System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
