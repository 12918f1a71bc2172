using System.Globalization;

namespace MultiLine.Domain.Policy.Detection.Scanning;

/// <summary>
/// Writes a text so that detectors need to know ASCII only: full-width forms, the digits of all scripts, the many spaces, hyphens and
/// characters that can't be seen. Each unit stays where it was, so that places in the one are places in the other.
/// </summary>
internal static class Folding
{
    /// <summary>What stands for every character that can't be seen.</summary>
    public const char Invisible = '\u200B';

    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';

    /// <param name="text">Any UTF-16.</param>
    /// <param name="folded">As long as the text.</param>
    public static void Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        for (var i = 0; i < text.Length; i++)
            folded[i] = char.IsAscii(text[i]) ? text[i] : Fold(text[i]);
    }

    private static char Fold(char c) => c switch
    {
        '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => ' ',
        '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064')
            or (>= '\u2066' and <= '\u2069') or '\uFEFF' => Invisible,
        (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE58' or '\uFE63' => '-',
        '\u2024' or '\u3002' => '.',
        '\u2044' or '\u2215' => '/',
        >= FullWidthFirst and <= FullWidthLast => (char)(c - FullWidthFirst + '!'),
        _ => CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c,
    };
}
