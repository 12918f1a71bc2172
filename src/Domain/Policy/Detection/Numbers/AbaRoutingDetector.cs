using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Numbers;

/// <summary>Routing numbers of US banks, weights 3-7-1, with a Federal Reserve district (<see href="https://en.wikipedia.org/wiki/ABA_routing_transit_number"/>).</summary>
internal sealed class AbaRoutingDetector : CheckedNumberDetector
{
    private static readonly byte[] Weights = [3, 7, 1, 3, 7, 1, 3, 7, 1];

    public override string Type => "ABA_ROUTING_NUMBER";

    public override string Description => "Routing numbers of US banks: nine digits or 4-4-1 with the right check digit, beside words that say so.";

    internal override Subjects Context => Subjects.Routing;

    private protected override int Length => 9;

    private protected override bool IsGrouped(in DigitGroups number, int groups) => groups == 3 && number.HasSizes(4, 4, 1);

    private protected override bool IsValid(ReadOnlySpan<byte> digits) =>
        digits[0] * 10 + digits[1] is <= 12 or >= 21 and <= 32 or >= 61 and <= 72 or 80 && CheckDigits.Sum(digits, Weights) % 10 == 0;
}
