namespace MultiLine.Domain.Policy.Detection.Scanning;

/// <summary>Hands each run of ASCII letters and digits to the detectors of what begins with one.</summary>
internal static class WordPass
{
    public static void Run(ref Scan scan, ReadOnlySpan<WordDetector> detectors)
    {
        var text = scan.Text;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsAsciiLetterOrDigit(text[i]))
                i++;
            if (Characters.IsWord(scan.At(start - 1)))
                continue;
            foreach (var detector in detectors)
                detector.Find(ref scan, start, i);
        }
    }
}
