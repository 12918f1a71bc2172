using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Numbers;

/// <summary>Australian tax file numbers of nine digits, modulus 11.</summary>
internal sealed class AuTfnDetector : CheckedNumberDetector
{
    private static readonly byte[] Weights = [1, 4, 3, 7, 5, 8, 6, 9, 10];

    public override string Type => "AU_TFN";

    public override string Description => "Australian tax file numbers: 3-3-3 digits or nine in one piece, modulus 11, beside words that say so.";

    internal override Subjects Context => Subjects.Tfn;

    private protected override int Length => 9;

    private protected override bool IsGrouped(in DigitGroups number, int groups) => groups == 3 && number.HasSizes(3, 3, 3);

    private protected override bool IsValid(ReadOnlySpan<byte> digits) => CheckDigits.Sum(digits, Weights) % 11 == 0;
}
