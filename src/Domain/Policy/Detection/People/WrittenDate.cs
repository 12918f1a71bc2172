using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.People;

/// <summary>Dates as people write them: 3.12.1980, 12/3/80, 1980-12-03, 3 December 1980, 3rd of Dec 1980, December 3, 1980.</summary>
internal static class WrittenDate
{
    private static readonly string[] Fillers = ["de", "del", "of", "st", "nd", "rd", "th", "er"];

    /// <summary>The unit behind the date that begins there; 0 if none does.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        Span<int> parts = stackalloc int[3];
        Span<int> sizes = stackalloc int[3];
        for (var part = 0; part < 3; part++)
        {
            if (part > 0)
                i = SkipBetween(text, i);
            var from = i;
            if (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                for (; i < text.Length && char.IsAsciiDigit(text[i]) && i - from <= 4; i++)
                    parts[part] = parts[part] * 10 + text[i] - '0';
                sizes[part] = i - from;
            }
            else
            {
                while (i < text.Length && Characters.IsLetter(text[i]) && i - from < Months.Longest)
                    i++;
                if (part == 2 || Months.Of(text[from..i]) is not (> 0 and var month))
                    return 0;
                (parts[part], sizes[part]) = (month, 0);
            }
        }

        return IsDate(parts, sizes) && (i == text.Length || !Characters.IsWord(text[i])) ? i : 0;
    }

    private static int SkipBetween(ReadOnlySpan<char> text, int i)
    {
        for (var steps = 0; steps < 4; steps++)
        {
            while (i < text.Length && text[i] is ' ' or '.' or '/' or '-' or ',')
                i++;
            var before = i;
            foreach (var filler in Fillers)
            {
                var end = i + filler.Length;
                if (text[i..].StartsWith(filler, StringComparison.OrdinalIgnoreCase) && (end == text.Length || !Characters.IsLetter(text[end])))
                {
                    i = end;
                    break;
                }
            }

            if (i == before)
                break;
        }

        return i;
    }

    private static bool IsDate(ReadOnlySpan<int> parts, ReadOnlySpan<int> sizes)
    {
        var (year, first, second, yearSize) = sizes[0] == 4 ? (parts[0], parts[1], parts[2], sizes[0]) : (parts[2], parts[0], parts[1], sizes[2]);
        var otherSizes = sizes[0] == 4 ? (sizes[1], sizes[2]) : (sizes[0], sizes[1]);
        if (!(yearSize == 4 && year is >= 1850 and < 2100 || yearSize == 2) || otherSizes.Item1 > 2 || otherSizes.Item2 > 2)
            return false;
        return IsDayAndMonth(first, second) || IsDayAndMonth(second, first);
    }

    private static bool IsDayAndMonth(int day, int month) => day is >= 1 and <= 31 && month is >= 1 and <= 12;
}
