using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Words;

/// <summary>
/// UK national insurance numbers: two letters of those given out, six digits, A to D
/// (<see href="https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110"/>).
/// </summary>
internal sealed class UkNinoDetector : WordDetector
{
    private const string NeverFirst = "DFIQUV";
    private const string NeverSecond = "DFIOQUV";

    public override string Type => "UK_NINO";

    public override string Description => "UK national insurance numbers: two letters, six digits and A to D, with and without spaces.";

    internal override Subjects Context => Subjects.Nino;

    internal override void Find(ref Scan scan, int start, int end)
    {
        Span<char> read = stackalloc char[9];
        if (Pattern.Match(scan, start, "AA999999A", read) is var behind and > 0 && read[8] <= 'D' && !NeverFirst.Contains(read[0])
            && !NeverSecond.Contains(read[1]) && read[..2] is not ("BG" or "GB" or "KN" or "NK" or "NT" or "TN" or "ZZ"))
        {
            scan.ReportInContext(this, start, behind, char.IsAsciiLetterUpper(scan.At(start)) ? 0.8 : 0.55);
        }
    }
}
