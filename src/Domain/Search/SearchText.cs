using System.Globalization;
using System.Text;

namespace MultiLine.Domain.Search;

/// <summary>
/// How a text is taken apart for search. A word is a run of letters, digits and their marks. Scripts without spaces between words (Han,
/// Kana, Thai, Lao, Burmese, Khmer) give a word per character, and are indexed by pairs of neighbours as well.
/// </summary>
public static class SearchText
{
    /// <summary>The words in their order.</summary>
    public static IReadOnlyList<FoundWord> Words(string text)
    {
        List<FoundWord> words = [];
        var (start, unspaced, place) = (-1, false, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var mark = IsMark(rune);
            var letter = Rune.IsLetterOrDigit(rune);
            var alone = letter && IsUnspaced(rune);
            if (start >= 0 && !mark && (!letter || alone || unspaced))
            {
                words.Add(Word(text, start, place, unspaced));
                start = -1;
            }

            if (start < 0 && letter)
                (start, unspaced) = (place, alone);
            place += rune.Utf16SequenceLength;
        }

        if (start >= 0)
            words.Add(Word(text, start, place, unspaced));
        return words;
    }

    /// <summary>What a text is indexed by: its words, and the pairs of neighbours where the script sets no spaces.</summary>
    public static IReadOnlySet<string> Tokens(IReadOnlyList<FoundWord> words)
    {
        var tokens = words.Select(word => word.Folded).ToHashSet(StringComparer.Ordinal);
        tokens.UnionWith(words.Zip(words.Skip(1)).Where(AreNeighbours).Select(pair => pair.First.Folded + pair.Second.Folded));
        return tokens;
    }

    internal static bool AreNeighbours((FoundWord First, FoundWord Second) pair) =>
        pair.First.Unspaced && pair.Second.Unspaced && pair.First.End == pair.Second.Start;

    private static FoundWord Word(string text, int start, int end, bool unspaced) =>
        new(Fold(text[start..end]), start, end - start, unspaced);

    /// <summary>Accents that follow their letter are left out; the marks of other scripts are letters of their own.</summary>
    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
#pragma warning disable CA1308 // Folding is for comparing; the table has small letters.
        foreach (var letter in word.ToLowerInvariant().Where(letter => letter is < '\u0300' or > '\u036F'))
#pragma warning restore CA1308
        {
            if (FoldedLetters.Find(letter) is { } other)
                folded.Append(other);
            else
                folded.Append(letter);
        }

        return folded.ToString();
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsUnspaced(Rune rune) => rune.Value
        is (>= 0x0E00 and <= 0x0EFF) // Thai, Lao
        or (>= 0x1000 and <= 0x109F) // Burmese
        or (>= 0x1780 and <= 0x17FF) // Khmer
        or (>= 0x3005 and <= 0x30FF) // Hiragana, Katakana, iteration marks
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) // Han
        or (>= 0xFF66 and <= 0xFF9F) // Katakana of half width
        or (>= 0x20000 and <= 0x323AF); // Han
}
