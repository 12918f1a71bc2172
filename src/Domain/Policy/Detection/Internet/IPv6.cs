using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Internet;

/// <summary>Eight groups of hexadecimal digits, a run of zeros left out once, the last two perhaps as IPv4 (RFC 4291, section 2.2).</summary>
internal static class IPv6
{
    private const int Groups = 8;

    /// <param name="text">Hexadecimal digits, colons and points only.</param>
    public static bool IsAddress(ReadOnlySpan<char> text)
    {
        if (text.Length > 45 || IsInPairs(text))
            return false;
        var gap = text.IndexOf("::");
        var head = gap < 0 ? text : text[..gap];
        var tail = gap < 0 ? [] : text[(gap + 2)..];
        var (before, behind) = (Count(head, mayEndInV4: gap < 0), Count(tail, mayEndInV4: true));
        return before >= 0 && behind >= 0 && (gap < 0 ? before == Groups : before + behind < Groups && before + behind > 0);
    }

    /// <summary>How many groups there are; -1 if something else is there.</summary>
    private static int Count(ReadOnlySpan<char> text, bool mayEndInV4)
    {
        var count = 0;
        while (!text.IsEmpty)
        {
            var colon = text.IndexOf(':');
            var group = colon < 0 ? text : text[..colon];
            if (colon < 0 && mayEndInV4 && group.Contains('.'))
                return IPv4.IsAddress(group) ? count + 2 : -1;
            if (group.Length is 0 or > 4 || colon == text.Length - 1 || !IsHex(group))
                return -1;
            count++;
            text = colon < 0 ? [] : text[(colon + 1)..];
        }

        return count;
    }

    /// <summary>Eight pairs are the longer address of a network card, or a fingerprint's part.</summary>
    private static bool IsInPairs(ReadOnlySpan<char> text)
    {
        for (var i = 2; i < text.Length; i += 3)
        {
            if (text[i] != ':')
                return false;
        }

        return text.Length == Groups * 3 - 1;
    }

    private static bool IsHex(ReadOnlySpan<char> group)
    {
        foreach (var c in group)
        {
            if (Characters.Value(c) > 15)
                return false;
        }

        return true;
    }
}
