namespace MultiLine.Domain.Policy.Detection.Internet;

/// <summary>Four numbers of one to three digits, each at most 255 and none with a zero before it, which some read as octal.</summary>
internal static class IPv4
{
    /// <summary>What begins with a zero and has no larger number is a version.</summary>
    private const int Small = 99;

    public static bool IsAddress(ReadOnlySpan<char> text)
    {
        if (text.Length is < 7 or > 15)
            return false;
        var (parts, value, digits, most) = (1, 0, 0, 0);
        foreach (var c in text)
        {
            if (c == '.')
            {
                if (digits == 0 || ++parts > 4)
                    return false;
                (value, digits) = (0, 0);
            }
            else if (!char.IsAsciiDigit(c) || digits > 0 && value == 0 || (value = value * 10 + c - '0') > 255)
            {
                return false;
            }
            else
            {
                digits++;
                most = Math.Max(most, value);
            }
        }

        return parts == 4 && digits > 0 && (most > Small || !text.StartsWith("0.") || text is "0.0.0.0");
    }
}
