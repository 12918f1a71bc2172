using System.Globalization;
using System.Text;
using MultiLine.Domain.Media;

namespace MultiLine.Api.Messages.Media;

/// <summary>What a file is called where it is saved.</summary>
internal static class MediumName
{
    private const int Longest = 120;
    private const int LongestExtension = 12;

    /// <summary>Of paths, of wild cards and of Windows.</summary>
    private const string NotInNames = "\\/:*?\"<>|";

    /// <summary>
    /// The contact's name for it, without what leads elsewhere or looks like something else: paths, control characters, and those that
    /// turn the direction of writing so that <c>exe.pdf</c> is read where <c>fdp.exe</c> stands.
    /// </summary>
    /// <param name="given">Null where the contact gave none.</param>
    /// <param name="kind">image, voice, document …; names what has no name.</param>
    /// <param name="type">What it is. A harmless file always gets the extension of what it is.</param>
    public static string Of(string? given, string kind, MediaType type)
    {
        var name = string.Concat((given ?? "").EnumerateRunes().Where(IsPlain).Select(rune => rune.ToString())).Trim(' ', '.');
        if (name.Length == 0)
        {
            return kind + (type.Extension.Length > 0 ? type.Extension : ".bin");
        }

        var extension = Path.GetExtension(name) is { Length: <= LongestExtension } known ? known : "";
        var stem = name[..^extension.Length];
        if (type.IsHarmless && !extension.Equals(type.Extension, StringComparison.OrdinalIgnoreCase))
        {
            (stem, extension) = (name, type.Extension);
        }

        var room = Longest - extension.Length;
        return (stem.Length > room ? stem[..(char.IsHighSurrogate(stem[room - 1]) ? room - 1 : room)] : stem) + extension;
    }

    private static bool IsPlain(Rune rune) =>
        !(rune.IsAscii && NotInNames.Contains((char)rune.Value, StringComparison.Ordinal))
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
