using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Numbers;

/// <summary>NHS numbers, modulus 11 (<see href="https://www.datadictionary.nhs.uk/attributes/nhs_number.html"/>).</summary>
internal sealed class UkNhsDetector : CheckedNumberDetector
{
    private static readonly byte[] Weights = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

    public override string Type => "UK_NHS";

    public override string Description => "UK NHS numbers: 3-3-4 digits or ten in one piece, modulus 11, beside words that say so.";

    internal override Subjects Context => Subjects.Nhs;

    private protected override int Length => 10;

    private protected override bool IsGrouped(in DigitGroups number, int groups) => groups == 3 && number.HasSizes(3, 3, 4);

    private protected override bool IsValid(ReadOnlySpan<byte> digits) => CheckDigits.Sum(digits, Weights) % 11 == 0;
}
