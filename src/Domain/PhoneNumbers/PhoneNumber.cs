using System.Diagnostics.CodeAnalysis;

namespace MultiLine.Domain.PhoneNumbers;

/// <summary>
/// A telephone number in E.164: a plus sign and 7 to 15 digits, the first of them not zero
/// (<see href="https://www.itu.int/rec/T-REC-E.164">ITU-T E.164</see>).
/// </summary>
public readonly record struct PhoneNumber
{
    private const int MinDigits = 7;
    private const int MaxDigits = 15;

    private readonly string? _value;

    private PhoneNumber(string value) => _value = value;

    /// <summary>With the plus sign.</summary>
    public string Value => _value ?? throw new InvalidOperationException("An empty phone number has no value.");

    /// <summary>
    /// Understands a number as people write it: spaces, hyphens, dots, slashes and parentheses are dropped, a leading 00 stands for the
    /// plus sign. A number without a country code is refused, and so is one with "(0)", which is dialled in some countries and not in
    /// others: guessing misdelivers.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number)
    {
        number = default;
        if (text is null || text.Contains("(0)", StringComparison.Ordinal))
        {
            return false;
        }

        var trimmed = text.AsSpan().Trim();
        var international = trimmed.StartsWith("+") ? trimmed[1..] : trimmed.StartsWith("00") ? trimmed[2..] : default;
        Span<char> digits = stackalloc char[MaxDigits];
        var count = 0;
        foreach (var c in international)
        {
            if (c is ' ' or '-' or '.' or '/' or '(' or ')' or '\u00A0')
            {
                continue;
            }

            if (!char.IsAsciiDigit(c) || count == MaxDigits)
            {
                return false;
            }

            digits[count++] = c;
        }

        if (count < MinDigits || digits[0] == '0')
        {
            return false;
        }

        number = new PhoneNumber($"+{digits[..count]}");
        return true;
    }

    /// <summary>Only the first digit and the last two are shown, for places where a person must recognise a number but not learn it.</summary>
    public string Masked() => string.Concat(Value.AsSpan(0, 2), new string('•', Value.Length - 4), Value.AsSpan(Value.Length - 2));

    public override string ToString() => Value;
}
