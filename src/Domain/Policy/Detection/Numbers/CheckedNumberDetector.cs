using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Numbers;

/// <summary>
/// A number of fixed length with a check digit that one in ten numbers has by chance: in its own grouping it counts somewhat, in one piece
/// little, and a word nearby decides.
/// </summary>
public abstract class CheckedNumberDetector : NumberDetector
{
    private protected CheckedNumberDetector()
    {
    }

    /// <summary>How many digits it has.</summary>
    private protected abstract int Length { get; }

    /// <summary>Its digits in one piece, without a word nearby.</summary>
    private protected virtual double PlainScore => 0.3;

    /// <summary>In its own grouping, without a word nearby.</summary>
    private protected virtual double GroupedScore => 0.4;

    private protected abstract bool IsGrouped(in DigitGroups number, int groups);

    private protected abstract bool IsValid(ReadOnlySpan<byte> digits);

    internal override void Find(ref Scan scan, in DigitGroups number)
    {
        var groups = number.GroupsWith(Length);
        if (groups == 0 || groups > 1 && !(IsGrouped(number, groups) && number.IsEvenlySpaced(scan.Text, groups)))
            return;
        var digits = number.Digits[..Length];
        if (!Characters.AllSame(digits) && IsValid(digits) && number.StandAlone(scan.Text, groups))
            scan.ReportInContext(this, number.Start, number.EndOf(groups - 1), groups == 1 ? PlainScore : GroupedScore);
    }
}
