using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Phones;

/// <summary>What a telephone number begins with, before and in its first digits.</summary>
/// <param name="Begins">False in the midst of other digits, or of a word.</param>
/// <param name="Start">With the plus sign or the parenthesis.</param>
/// <param name="HasPlus">It begins with a plus sign.</param>
/// <param name="HasOpenParenthesis">The first digits are in parentheses.</param>
/// <param name="DialledOut">How many digits dial out of a country before its code: 00 and 011.</param>
internal readonly record struct PhoneLead(bool Begins, int Start, bool HasPlus, bool HasOpenParenthesis, int DialledOut)
{
    private const int LongestArea = 6;

    public bool IsInternational => HasPlus || DialledOut > 0;

    public static PhoneLead Read(ReadOnlySpan<char> text, in DigitGroups number)
    {
        var start = number.Start;
        // "(0161) 496 0000", but not "(01614960000)", whose parentheses are the sentence's.
        var closes = number.Count > 1 && number.SizeOf(0) <= LongestArea && At(text, number.EndOf(0)) == ')';
        var parenthesis = closes && At(text, start - 1) == '(';
        if (parenthesis)
            start--;
        var plus = At(text, start - 1) == '+' || At(text, start - 1) == ' ' && At(text, start - 2) == '+';
        if (plus)
            start -= At(text, start - 1) == '+' ? 1 : 2;
        if (plus && closes && !parenthesis && At(text, start - 1) == '(')
            start--;
        var begins = !number.FollowsPoint && !IsGoingOn(text, start) && !(plus && Characters.IsWord(At(text, start - 1)));
        return new(begins, start, plus, parenthesis, plus ? 0 : Out(number));
    }

    /// <summary>Digits or a word before it run on into it, or it is an amount of money or a number in a list.</summary>
    private static bool IsGoingOn(ReadOnlySpan<char> text, int start) => At(text, start - 1) switch
    {
        '-' or '/' or ')' or '+' => Characters.IsWord(At(text, start - 2)),
        '.' or ':' or '=' => char.IsAsciiDigit(At(text, start - 2)),
        '$' or '€' or '£' or '#' or '_' => true,
        var c => Characters.IsWord(c),
    };

    private static int Out(in DigitGroups number)
    {
        var digits = number.Digits;
        if (digits.Length > 9 && digits[0] == 0 && digits[1] == 0 && digits[2] != 0)
            return 2;
        return digits.Length > 10 && digits[0] == 0 && digits[1] == 1 && digits[2] == 1 && number.SizeOf(0) == 3 ? 3 : 0;
    }

    private static char At(ReadOnlySpan<char> text, int i) => (uint)i < (uint)text.Length ? text[i] : '\0';
}
