using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Phones;

/// <summary>Numbers as they are written within a country.</summary>
internal static class NationalForm
{
    private const int Shortest = 7;
    private const int Longest = 13;

    /// <summary>A longer first group is all of a number.</summary>
    private const int LongestFirst = 8;

    private const double NorthAmerican = 0.75;
    private const double LikeNorthAmerican = 0.6;
    private const double WithArea = 0.6;
    private const double WithTrunkZero = 0.6;
    private const double PlainWithTrunkZero = 0.5;
    private const double GroupedAlike = 0.5;
    private const double WithCountry = 0.4;
    private const double Grouped = 0.35;
    private const double Plain = 0.2;

    public static double Score(ReadOnlySpan<char> text, in DigitGroups number, int groups, in PhoneLead lead)
    {
        var digits = number.Digits[..number.Total(groups)];
        if (digits.Length is < Shortest or > Longest || Characters.AllSame(digits) || NumericDate.IsAt(number, groups))
            return 0;
        if (groups == 1)
            return ScorePlain(digits);
        if (number.SizeOf(0) > LongestFirst || !HasPhoneGaps(text, number, groups) || OtherForms.Are(text, number, groups))
            return 0;
        if (NorthAmericanScore(text, number, groups, digits) is var northAmerican and > 0)
            return northAmerican;
        if (lead.HasOpenParenthesis && text[number.EndOf(0)] == ')' && number.SizeOf(0) <= 6 || HasAreaBehindPrefix(text, number))
            return WithArea;
        if (digits[0] == 0 && digits[1] != 0 && digits.Length >= 8 && groups <= 6)
            return digits.Length >= 9 ? WithTrunkZero : Grouped;
        if (groups == 4 && number.SizeOf(1) == 3 && number.SizeOf(2) == 3 && number.SizeOf(3) == 4 && number.IsEvenlySpaced(text, groups))
            return LikeNorthAmerican;
        if (digits.Length > 10 && digits[0] != 0)
            return CountryCodes.Have(digits) ? WithCountry : 0;
        return groups > 5 || SmallestGroup(number, groups) < 2 || text[number.EndOf(0)] == '/' && number.SizeOf(1) < 3 ? 0
            : IsGroupedAlike(text, number, groups) ? GroupedAlike : Grouped;
    }

    private static double ScorePlain(ReadOnlySpan<byte> digits) =>
        digits[0] == 0 && digits[1] != 0 && digits.Length is 10 or 11 ? PlainWithTrunkZero
        : digits.Length <= 10 || digits[0] == 0 && digits.Length <= 12 || CountryCodes.Have(digits) ? Plain : 0;

    /// <summary>"8 (495) 123-45-67", as Russia writes it, and "1 (212) …".</summary>
    private static bool HasAreaBehindPrefix(ReadOnlySpan<char> text, in DigitGroups number) =>
        number.SizeOf(0) <= 2 && number.Gap(text, 0).Contains('(') && text[number.EndOf(1)] == ')';

    /// <summary>3-3-4, 3-7, perhaps with a 1 before them.</summary>
    private static double NorthAmericanScore(ReadOnlySpan<char> text, in DigitGroups number, int groups, ReadOnlySpan<byte> digits)
    {
        var first = number.SizeOf(0) == 1 && digits[0] == 1 ? 1 : 0;
        if (digits.Length != 10 + first || number.SizeOf(first) != 3
            || !(groups == first + 3 && number.SizeOf(first + 1) == 3 || groups == first + 2 && text[number.EndOf(first)] is '-' or ')'))
        {
            return 0;
        }

        var isParenthesised = text[number.EndOf(first)] == ')';
        var isSpaced = text[number.EndOf(first)] == ' ';
        return digits[first] > 1 && digits[first + 3] > 1 && !isSpaced || isParenthesised ? NorthAmerican : LikeNorthAmerican;
    }

    /// <summary>What people write between the digits of a telephone number: one character, with or without spaces around it.</summary>
    private static bool HasPhoneGaps(ReadOnlySpan<char> text, in DigitGroups number, int groups)
    {
        for (var i = 0; i < groups - 1; i++)
        {
            var gap = number.Gap(text, i);
            if (gap.Contains('(') && i > 0 || gap.Length > 1 && (gap.Contains('.') && gap[0] != ')' || !gap.ContainsAnyExcept(' ', Folding.Invisible)) || gap.Contains(')') && i > 1)
                return false;
        }

        return true;
    }

    /// <summary>
    /// Three and more groups of two to four digits with the same between them, as few things but telephone numbers have; or three and four with
    /// a hyphen. Not 12 345 678, which is a number of things.
    /// </summary>
    private static bool IsGroupedAlike(ReadOnlySpan<char> text, in DigitGroups number, int groups)
    {
        if (!number.IsEvenlySpaced(text, groups))
            return false;
        if (groups == 2)
            return number.HasSizes(3, 4) && text[number.EndOf(0)] == '-';
        var threes = 0;
        for (var i = 0; i < groups; i++)
        {
            if (number.SizeOf(i) > 4)
                return false;
            if (i > 0 && number.SizeOf(i) == 3)
                threes++;
        }

        return number.Total(groups) >= 8 && (threes < groups - 1 || number.SizeOf(0) == 3 || text[number.EndOf(0)] == '-' && number.SizeOf(0) == 4);
    }

    private static int SmallestGroup(in DigitGroups number, int groups)
    {
        var smallest = int.MaxValue;
        for (var i = 0; i < groups; i++)
            smallest = Math.Min(smallest, number.SizeOf(i));
        return smallest;
    }
}
