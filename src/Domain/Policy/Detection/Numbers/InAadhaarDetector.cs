using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Numbers;

/// <summary>Indian Aadhaar numbers: twelve digits, the first one not 0 or 1, with Verhoeff's check digit.</summary>
internal sealed class InAadhaarDetector : CheckedNumberDetector
{
    public override string Type => "IN_AADHAAR";

    public override string Description => "Indian Aadhaar numbers: 4-4-4 digits with the right check digit; in one piece only beside words that say so.";

    internal override Subjects Context => Subjects.Aadhaar;

    private protected override int Length => 12;

    private protected override double GroupedScore => 0.55;

    private protected override bool IsGrouped(in DigitGroups number, int groups) => groups == 3 && number.HasSizes(4, 4, 4);

    private protected override bool IsValid(ReadOnlySpan<byte> digits) => digits[0] > 1 && Verhoeff.IsValid(digits);
}
