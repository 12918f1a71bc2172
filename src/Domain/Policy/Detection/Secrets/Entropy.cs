namespace MultiLine.Domain.Policy.Detection.Secrets;

/// <summary>How evenly a text uses its characters, after Shannon.</summary>
internal static class Entropy
{
    private const int Ascii = 128;

    /// <returns>Bits a character: 0 for one repeated, 6 for all of base 64 alike.</returns>
    public static double Of(ReadOnlySpan<char> text)
    {
        Span<ushort> counts = stackalloc ushort[Ascii];
        counts.Clear();
        foreach (var c in text)
            counts[c & (Ascii - 1)]++;
        var sum = 0.0;
        foreach (var count in counts)
        {
            if (count > 1)
                sum += count * Math.Log2(count);
        }

        return text.IsEmpty ? 0 : Math.Log2(text.Length) - sum / text.Length;
    }
}
