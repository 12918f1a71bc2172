using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.People;

/// <summary>Dates that a word calls a birth's. A date by itself is nobody's birthday.</summary>
internal sealed class DateOfBirthDetector : TextDetector
{
    private const double Score = 0.85;
    private const int Reach = 40;

    public override string Type => "DATE_OF_BIRTH";

    public override string Description => "Dates, in digits or with the month's name, behind or right before words such as born, DOB, geboren, né, nacido, urodzony.";

    internal override Subjects Context => Subjects.Birth;

    internal override void Find(ref Scan scan)
    {
        // One date behind each word, and one date for many words.
        var found = 0;
        foreach (var mention in scan.Context.Mentions)
        {
            if ((mention.Subjects & Subjects.Birth) == Subjects.None)
                continue;
            if (FindFirst(ref scan, Math.Max(found, mention.End), mention.End + Reach) is > 0 and var end)
                found = end;
            else if (FindFirst(ref scan, Math.Max(found, mention.Start - Reach / 2), mention.Start) is > 0 and var earlier)
                found = earlier;
        }
    }

    /// <summary>Reports the first date that begins in the stretch.</summary>
    /// <returns>The unit behind it; 0 if there is none.</returns>
    private int FindFirst(ref Scan scan, int from, int to)
    {
        for (var i = from; i < Math.Min(to, scan.Text.Length); i++)
        {
            if (char.IsAsciiLetterOrDigit(scan.Text[i]) && !Characters.IsWord(scan.At(i - 1)) && WrittenDate.EndOf(scan.Text, i) is > 0 and var end)
            {
                scan.Report(this, i, end, Score);
                return end;
            }
        }

        return 0;
    }
}
