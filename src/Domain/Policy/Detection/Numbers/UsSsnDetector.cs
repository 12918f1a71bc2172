using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Numbers;

/// <summary>
/// US social security numbers. There is no check digit: areas, groups and serials that are never given out decide
/// (<see href="https://www.ssa.gov/employer/randomization.html"/>).
/// </summary>
internal sealed class UsSsnDetector : NumberDetector
{
    private const int Length = 9;

    public override string Type => "US_SSN";

    public override string Description => "US social security numbers: 3-2-4 digits; nine digits in one piece only beside words that say so.";

    internal override Subjects Context => Subjects.Ssn;

    internal override void Find(ref Scan scan, in DigitGroups number)
    {
        var groups = number.GroupsWith(Length);
        if (groups is not (1 or 3) || !number.StandAlone(scan.Text, groups) || !IsGivenOut(number.Digits[..Length]))
            return;
        if (groups == 1)
            scan.ReportInContext(this, number.Start, number.EndOf(0), 0.3);
        else if (number.HasSizes(3, 2, 4) && number.IsEvenlySpaced(scan.Text, groups))
            FindGrouped(ref scan, number);
    }

    private void FindGrouped(ref Scan scan, in DigitGroups number)
    {
        var hyphens = scan.At(number.EndOf(0)) == '-';
        if (hyphens || !IsOfAddress(ref scan, number.Start))
            scan.ReportInContext(this, number.Start, number.EndOf(2), hyphens ? 0.85 : 0.6);
    }

    /// <summary>"Suite 680 36 4022 Oakridge Lane".</summary>
    private static bool IsOfAddress(ref Scan scan, int start) => scan.Context.IsRightBefore(Subjects.Reference, start);

    private static bool IsGivenOut(ReadOnlySpan<byte> digits)
    {
        var area = digits[0] * 100 + digits[1] * 10 + digits[2];
        var group = digits[3] * 10 + digits[4];
        var serial = digits[5] * 1000 + digits[6] * 100 + digits[7] * 10 + digits[8];
        return area is > 0 and < 900 and not 666 && group > 0 && serial > 0 && !Characters.AllSame(digits)
            // Printed on a wallet's sample card, in an official pamphlet, and in every example.
            && (area, group, serial) is not ((78, 5, 1120) or (219, 9, 9999) or (123, 45, 6789));
    }
}
