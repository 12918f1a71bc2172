namespace MultiLine.Domain.Policy.Detection.Numbers;

/// <summary>The check digits that several numbers share.</summary>
internal static class CheckDigits
{
    /// <summary>ISO/IEC 7812-1, annex B.</summary>
    public static bool IsLuhn(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            var twice = (digits.Length - i) % 2 == 0 ? digits[i] * 2 : digits[i];
            sum += twice > 9 ? twice - 9 : twice;
        }

        return sum % 10 == 0;
    }

    /// <summary>The digits, each times its weight, in sum.</summary>
    public static int Sum(ReadOnlySpan<byte> digits, ReadOnlySpan<byte> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += digits[i] * weights[i];
        return sum;
    }
}
