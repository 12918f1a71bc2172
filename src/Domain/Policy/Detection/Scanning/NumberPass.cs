namespace MultiLine.Domain.Policy.Detection.Scanning;

/// <summary>Hands each group of digits, with those that follow it, to the detectors of numbers.</summary>
internal static class NumberPass
{
    public static void Run(ref Scan scan, ReadOnlySpan<NumberDetector> detectors)
    {
        var text = scan.Text;
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOfAnyInRange('0', '9');
            if (next < 0)
                return;
            i += next;
            if (!Characters.IsWord(scan.At(i - 1)))
            {
                DigitGroups.Read(text, i, out var number);
                if (number.Count > 0)
                {
                    foreach (var detector in detectors)
                        detector.Find(ref scan, number);
                }
            }

            while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] == Folding.Invisible))
                i++;
        }
    }
}
