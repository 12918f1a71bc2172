using System.Globalization;
using System.Text;

namespace MultiLine.Domain.Policy.WordLists;

/// <summary>Reads a text as its letters and digits: folded, with what is between them counted, and each with its place in the text.</summary>
internal static class LetterReader
{
    /// <summary>How many classes of letters there are.</summary>
    public const int Classes = 64;

    private const int ClassOfOtherDigits = 26;
    private const int FirstOtherClass = 29;

    private static readonly byte[] AsciiClasses = [.. Enumerable.Range(0, 128).Select(c => char.IsAsciiLetterOrDigit((char)c) ? ClassOf(c) : (byte)0)];

    /// <summary>Reads a whole text.</summary>
    /// <param name="text">Any UTF-16.</param>
    /// <param name="letters">Filled from the beginning; made longer where it doesn't suffice.</param>
    /// <returns>How many there are.</returns>
    public static int Read(ReadOnlySpan<char> text, ref Letter[] letters)
    {
        var (count, gap) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            // Room for the longest ligature.
            if (letters.Length - count < 4)
                Array.Resize(ref letters, Math.Max(256, letters.Length * 2));
            var c = text[i];
            if (char.IsAscii(c))
            {
                if (char.IsAsciiLetterOrDigit(c))
                {
                    letters[count++] = new(c | 0x20, AsciiClasses[c], (byte)gap, FormOf(c, count > 0 && gap == 0 ? letters[count - 1].Form : null), i, i + 1);
                    gap = 0;
                }
                else if (IsLetterSign(text, i, gap == 0 && count > 0))
                {
                    letters[count++] = new(c, ClassOf(c), (byte)gap, LetterForm.Sign, i, i + 1);
                    gap = 0;
                }
                else
                {
                    gap = Math.Min(gap + 1, byte.MaxValue);
                }

                i++;
                continue;
            }

            if (Rune.DecodeFromUtf16(text[i..], out var rune, out var length) != System.Buffers.OperationStatus.Done)
                gap = Math.Min(gap + 1, byte.MaxValue);
            else if (IsCombining(rune.Value))
                Extend(letters.AsSpan(0, count), gap, i, length);
            else if (!IsInvisible(rune))
                gap = Add(rune, i, i + length, gap, letters, ref count);
            i += length;
        }

        return count;
    }

    /// <summary>The letters of a text of one's own.</summary>
    public static Letter[] Read(ReadOnlySpan<char> text)
    {
        Letter[] letters = [];
        var count = Read(text, ref letters);
        return letters[..count];
    }

    private static int Add(Rune rune, int start, int end, int gap, Letter[] letters, ref int count)
    {
        var lower = Rune.ToLowerInvariant(rune);
        if (PlainLetters.Of(lower.Value) is { } plain)
        {
            foreach (var letter in plain)
            {
                letters[count++] = new(letter, ClassOf(LookAlikes.Of(letter)), (byte)gap, rune == lower ? LetterForm.Lower : LetterForm.Upper, start, end);
                gap = 0;
            }

            return 0;
        }

        if (rune.Value == '€' && gap == 0 && count > 0)
        {
            letters[count++] = new('€', ClassOf('e'), 0, LetterForm.Sign, start, end);
            return 0;
        }

        if (!IsLetter(rune))
            return Math.Min(gap + 1, byte.MaxValue);
        var value = Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber ? '0' + (int)Rune.GetNumericValue(rune) : lower.Value;
        letters[count++] = new(value, ClassOf(LookAlikes.Of(value)), (byte)gap, rune == lower ? LetterForm.Lower : LetterForm.Upper, start, end);
        return 0;
    }

    private static void Extend(Span<Letter> letters, int gap, int start, int length)
    {
        // Of a letter, not of a separator after it.
        if (gap == 0 && letters is [.., var last])
            letters[^1] = last with { End = start + length };
    }

    private static LetterForm FormOf(char c, LetterForm? before) =>
        !char.IsAsciiLetterUpper(c) ? LetterForm.Lower
        : c == 'I' && before == LetterForm.Lower ? LetterForm.UpperAmongLower
        : LetterForm.Upper;

    /// <summary>The sign touches a letter: money and exclamations don't.</summary>
    private static bool IsLetterSign(ReadOnlySpan<char> text, int i, bool followsLetter) => text[i] switch
    {
        '@' or '$' => (followsLetter && !char.IsAsciiDigit(text[i - 1])) || (i + 1 < text.Length && char.IsAsciiLetter(text[i + 1])),
        '!' or '|' => followsLetter && i + 1 < text.Length && char.IsAsciiLetter(text[i + 1]),
        _ => false,
    };

    private static byte ClassOf(int letter) => letter switch
    {
        '0' => ClassOf('o'),
        '1' or '!' or '|' or 'l' or 'L' => ClassOf('i'),
        '3' => ClassOf('e'),
        '4' or '@' => ClassOf('a'),
        '5' or '$' => ClassOf('s'),
        '7' => ClassOf('t'),
        '8' => ClassOf('b'),
        '2' => ClassOfOtherDigits,
        '6' => ClassOfOtherDigits + 1,
        '9' => ClassOfOtherDigits + 2,
        >= 'a' and <= 'z' => (byte)(letter - 'a'),
        >= 'A' and <= 'Z' => (byte)(letter - 'A'),
        // Which of the others share a class doesn't matter: what is found is read again, letter by letter.
        _ => (byte)(FirstOtherClass + (letter % (Classes - FirstOtherClass))),
    };

    private static bool IsLetter(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpacingCombiningMark or UnicodeCategory.NonSpacingMark or UnicodeCategory.LetterNumber;

    /// <summary>Accents of any alphabet, and the vowel points of Hebrew and Arabic.</summary>
    private static bool IsCombining(int c) => c is (>= 0x300 and <= 0x36F) or (>= 0x483 and <= 0x489) or (>= 0x591 and <= 0x5BD) or (>= 0x64B and <= 0x65F)
        or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE20 and <= 0xFE2F);

    /// <summary>Zero-width characters, those that direct writing from right to left, soft hyphens, fillers, variation selectors, tags.</summary>
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || rune.Value is 0x34F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0
            or (>= 0xE0000 and <= 0xE0FFF);
}
