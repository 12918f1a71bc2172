using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Numbers;

/// <summary>Polish PESEL numbers: a date of birth whose month tells the century, and a check digit. Two in a hundred numbers of eleven digits pass by chance.</summary>
internal sealed class PlPeselDetector : CheckedNumberDetector
{
    private static readonly byte[] Weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];
    private static readonly int[] Centuries = [1900, 2000, 2100, 2200, 1800];

    public override string Type => "PL_PESEL";

    public override string Description => "Polish PESEL numbers: eleven digits that begin with a date, with the right check digit.";

    internal override Subjects Context => Subjects.Pesel;

    private protected override int Length => 11;

    private protected override double PlainScore => 0.6;

    private protected override bool IsGrouped(in DigitGroups number, int groups) => groups == 2 && number.HasSizes(6, 5);

    private protected override bool IsValid(ReadOnlySpan<byte> digits)
    {
        var (year, month, day) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3], digits[4] * 10 + digits[5]);
        return CheckDigits.Sum(digits, Weights) % 10 == 0 && month % 20 is >= 1 and <= 12
            && day >= 1 && day <= DateTime.DaysInMonth(Centuries[month / 20] + year, month % 20);
    }
}
