using System.Globalization;
using System.Text;

namespace MultiLine.Domain.Archive;

/// <summary>Characters that act instead of being seen: line ends and other controls, direction marks, spaces without width.</summary>
public static class SafeText
{
    /// <summary>The character does something to the text around it, or hides.</summary>
    /// <remarks>
    /// Unicode Technical Report 36, section 2.10, and Unicode Standard Annex 9: <see href="https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters"/>
    /// </remarks>
    public static bool Acts(Rune rune) => rune.Value switch
    {
        '\t' or '\n' => false,
        0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180E or 0x3164 or 0xFEFF or 0xFFA0 => true,
        >= 0x200B and <= 0x200F or >= 0x2028 and <= 0x202E or >= 0x2060 and <= 0x206F => true,
        >= 0xFFF0 and <= 0xFFFB or >= 0xE0000 and <= 0xE0FFF => true,
        _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control,
    };

    /// <summary>One line in which nothing acts, for a name in a header, a list or a file system. Empty where nothing is left.</summary>
    public static string Line(string? text)
    {
        var line = new StringBuilder(text?.Length ?? 0);
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (!Acts(rune))
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd(' ');
    }

    /// <summary>The text with the code point of each character that acts in its place.</summary>
    public static string Named(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var named = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            named.Append(Acts(rune) ? string.Create(CultureInfo.InvariantCulture, $"‹U+{rune.Value:X4}›") : rune.ToString());
        return named.ToString();
    }

    /// <summary>A name for a file that means the same on every system; null where nothing of it is left.</summary>
    public static string? FileName(string? name)
    {
        var safe = new StringBuilder();
        foreach (var rune in Line(name).EnumerateRunes())
            safe.Append(rune.Value is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? "_" : rune.ToString());
        var trimmed = safe.ToString().Trim(' ', '.');
        return trimmed.Length == 0 ? null : trimmed;
    }
}
