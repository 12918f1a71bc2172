using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.People;

/// <summary>What follows words that call it a medical record's number: each hospital has its own, so that nothing else tells.</summary>
internal sealed class MedicalRecordNumberDetector : TextDetector
{
    private const double Score = 0.8;
    private const int Reach = 24;
    private const int Shortest = 5;
    private const int Longest = 16;
    private const int FewestDigits = 4;

    public override string Type => "MEDICAL_RECORD_NUMBER";

    public override string Description => "Numbers of 5 to 16 letters and digits behind words such as MRN, medical record or Patientennummer.";

    internal override Subjects Context => Subjects.MedicalRecord;

    internal override void Find(ref Scan scan)
    {
        var found = 0;
        foreach (var mention in scan.Context.Mentions)
        {
            if ((mention.Subjects & Subjects.MedicalRecord) != Subjects.None && mention.End >= found)
                found = Math.Max(found, FindFirst(ref scan, mention.End, mention.End + Reach));
        }
    }

    private int FindFirst(ref Scan scan, int from, int to)
    {
        for (var i = from; i < Math.Min(to, scan.Text.Length); i++)
        {
            if (!char.IsAsciiLetterOrDigit(scan.Text[i]) || Characters.IsWord(scan.At(i - 1)))
                continue;
            var (end, digits) = Measure(scan, i);
            if (digits >= FewestDigits && end - i is >= Shortest and <= Longest && !Characters.IsWord(scan.At(end)))
            {
                scan.Report(this, i, end, Score);
                return end;
            }
        }

        return 0;
    }

    /// <summary>The word with its inner hyphens.</summary>
    private static (int End, int Digits) Measure(in Scan scan, int start)
    {
        var (i, digits) = (start, 0);
        for (; i - start <= Longest && (char.IsAsciiLetterOrDigit(scan.At(i)) || scan.At(i) == '-' && char.IsAsciiLetterOrDigit(scan.At(i + 1))); i++)
        {
            if (char.IsAsciiDigit(scan.At(i)))
                digits++;
        }

        return (i, digits);
    }
}
