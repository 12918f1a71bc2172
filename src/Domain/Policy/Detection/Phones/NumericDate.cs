using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Phones;

/// <summary>Dates in digits, which have as many as a telephone number.</summary>
internal static class NumericDate
{
    /// <summary>The first groups begin with a date, year first or last, perhaps with an hour behind it.</summary>
    public static bool IsAt(in DigitGroups number, int groups)
    {
        if (groups < 3)
            return groups == 2 && number.SizeOf(0) == 4 && number.SizeOf(1) == 4 && IsYear(number, 0) && IsYear(number, 1);
        return IsYear(number, 0) && IsSmall(number, 1, 12) && IsSmall(number, 2, 31)
            || IsYear(number, 2) && IsSmall(number, 0, 31) && IsSmall(number, 1, 31);
    }

    private static bool IsYear(in DigitGroups number, int group) => number.SizeOf(group) == 4 && Value(number, group) is >= 1900 and < 2100;

    private static bool IsSmall(in DigitGroups number, int group, int most) =>
        number.SizeOf(group) <= 2 && Value(number, group) is >= 1 and var value && value <= most;

    private static int Value(in DigitGroups number, int group)
    {
        var value = 0;
        foreach (var digit in number.Digits[number.Total(group)..number.Total(group + 1)])
            value = value * 10 + digit;
        return value;
    }
}
