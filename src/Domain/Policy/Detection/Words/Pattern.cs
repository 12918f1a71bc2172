using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Words;

/// <summary>Reads an identifier of fixed length whose characters may have single separators between them.</summary>
internal static class Pattern
{
    /// <param name="scan">The text.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="pattern"><c>A</c> for a letter, <c>9</c> for a digit.</param>
    /// <param name="read">Its letters in upper case and its digits; as long as the pattern.</param>
    /// <returns>The unit behind it; 0 if it isn't there, or runs on.</returns>
    public static int Match(in Scan scan, int start, ReadOnlySpan<char> pattern, Span<char> read)
    {
        var i = start;
        for (var at = 0; at < pattern.Length; i++)
        {
            var c = scan.At(i);
            if (pattern[at] == 'A' ? char.IsAsciiLetter(c) : char.IsAsciiDigit(c))
                read[at++] = char.ToUpperInvariant(c);
            else if (at == 0 || c is not (' ' or '-' or '.' or Folding.Invisible) || !char.IsAsciiLetterOrDigit(scan.At(i + 1)))
                return 0;
        }

        return Characters.IsWord(scan.At(i)) || scan.At(i) == '-' && char.IsAsciiLetterOrDigit(scan.At(i + 1)) ? 0 : i;
    }
}
