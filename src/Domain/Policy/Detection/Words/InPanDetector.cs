using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Words;

/// <summary>Indian permanent account numbers: five letters, the fourth of which tells the kind of holder, four digits, a letter.</summary>
internal sealed class InPanDetector : WordDetector
{
    private const int Length = 10;
    private const string Holders = "PCHABGJLFTE";

    public override string Type => "IN_PAN";

    public override string Description => "Indian permanent account numbers: five letters, four digits, a letter.";

    internal override Subjects Context => Subjects.Pan;

    internal override void Find(ref Scan scan, int start, int end)
    {
        if (end - start != Length)
            return;
        Span<char> read = stackalloc char[Length];
        if (Pattern.Match(scan, start, "AAAAA9999A", read) == end && Holders.Contains(read[3]) && read[5..9] is not "0000")
            scan.ReportInContext(this, start, end, scan.Text[start..end].ContainsAnyInRange('a', 'z') ? 0.4 : 0.75);
    }
}
