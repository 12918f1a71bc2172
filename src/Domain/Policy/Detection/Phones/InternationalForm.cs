using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Phones;

/// <summary>Numbers with a country code, behind a plus sign or what dials out of a country.</summary>
internal static class InternationalForm
{
    private const double WithPlus = 0.9;
    private const double DialledOut = 0.7;

    /// <summary>A length that the country doesn't have: examples, and numbers with an extension written on.</summary>
    private const double OtherLength = 0.6;

    /// <summary>So many digits in one piece are all of a number: what is behind a space is the next thing.</summary>
    private const int InOnePiece = 9;

    private const int Shortest = 7;
    private const int Longest = 15;

    public static double Score(ReadOnlySpan<char> text, in DigitGroups number, int groups, in PhoneLead lead)
    {
        // A single digit behind a space is rather the next word: "+49 151 12345678 5 times".
        if (groups > 2 && number.SizeOf(groups - 1) == 1 || groups > 1 && lead.DialledOut == 0 && number.SizeOf(0) >= InOnePiece || EndsSentence(text, number, groups))
            return 0;
        var digits = number.Digits[lead.DialledOut..number.Total(groups)];
        var code = CountryCodes.Match(digits, out var lengths);
        if (code == 0)
            return digits.Length is > Shortest and <= Longest && lead.HasPlus ? OtherLength : 0;
        var national = digits.Length - code - TrunkZeros(text, number, groups);
        if (digits.Length - code < 4)
            return 0;
        if (national >= lengths.Shortest && national <= lengths.Longest)
            return lead.HasPlus ? WithPlus : DialledOut;
        return digits.Length is >= Shortest and <= Longest && lead.HasPlus ? OtherLength : 0;
    }

    /// <summary>A point and a space are between two of the groups.</summary>
    private static bool EndsSentence(ReadOnlySpan<char> text, in DigitGroups number, int groups)
    {
        for (var i = 0; i < groups - 1; i++)
        {
            if (number.Gap(text, i) is { Length: > 1 } gap && gap.Contains('.'))
                return true;
        }

        return false;
    }

    /// <summary>The zero in "+44 (0)20": it isn't dialled from abroad.</summary>
    private static int TrunkZeros(ReadOnlySpan<char> text, in DigitGroups number, int groups)
    {
        for (var i = 1; i < groups; i++)
        {
            if (number.SizeOf(i) == 1 && number.Digits[number.Total(i)] == 0 && text[number.StartOf(i) - 1] == '(')
                return 1;
        }

        return 0;
    }
}
