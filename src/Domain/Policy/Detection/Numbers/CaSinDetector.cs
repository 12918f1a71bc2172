using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Numbers;

/// <summary>Canadian social insurance numbers, with the Luhn check digit; none begins with 8.</summary>
internal sealed class CaSinDetector : CheckedNumberDetector
{
    public override string Type => "CA_SIN";

    public override string Description => "Canadian social insurance numbers: 3-3-3 digits or nine in one piece, with the right check digit, beside words that say so.";

    internal override Subjects Context => Subjects.Sin;

    private protected override int Length => 9;

    private protected override bool IsGrouped(in DigitGroups number, int groups) => groups == 3 && number.HasSizes(3, 3, 3);

    private protected override bool IsValid(ReadOnlySpan<byte> digits) => digits[0] != 8 && CheckDigits.IsLuhn(digits);
}
