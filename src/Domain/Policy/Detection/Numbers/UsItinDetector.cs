using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Numbers;

/// <summary>US individual taxpayer numbers: 9, and certain groups (<see href="https://www.irs.gov/irm/part3/irm_03-021-263r"/>).</summary>
internal sealed class UsItinDetector : NumberDetector
{
    private const int Length = 9;

    public override string Type => "US_ITIN";

    public override string Description => "US individual taxpayer numbers: 9dd-dd-dddd with a group that is given out; in one piece only beside words that say so.";

    internal override Subjects Context => Subjects.Itin | Subjects.Ssn;

    internal override void Find(ref Scan scan, in DigitGroups number)
    {
        var groups = number.GroupsWith(Length);
        if (groups is not (1 or 3) || !number.StandAlone(scan.Text, groups) || number.Digits[0] != 9
            || number.Digits[3] * 10 + number.Digits[4] is not (>= 50 and <= 65 or >= 70 and <= 88 or >= 90 and <= 92 or >= 94 and <= 99))
        {
            return;
        }

        if (groups == 1)
            scan.ReportInContext(this, number.Start, number.EndOf(0), 0.3);
        else if (number.HasSizes(3, 2, 4) && number.IsEvenlySpaced(scan.Text, groups))
            scan.ReportInContext(this, number.Start, number.EndOf(2), scan.At(number.EndOf(0)) == '-' ? 0.8 : 0.55);
    }
}
