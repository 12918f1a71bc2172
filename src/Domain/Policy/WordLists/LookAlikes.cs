using System.Collections.Frozen;

namespace MultiLine.Domain.Policy.WordLists;

/// <summary>
/// What stands for a letter in a disguised word: letters of other alphabets that look like it, and the digits and signs of leetspeak.
/// The idea is that of https://www.unicode.org/reports/tr39/#Confusable_Detection, for letters that look like one Latin letter.
/// </summary>
internal static class LookAlikes
{
    private static readonly (char Letter, string LookLikeIt)[] Table =
    [
        ('a', "аαɑᴀꭺ"), ('b', "вьƅʙ"), ('c', "сϲᴄⲥꮯ"), ('d', "ԁժᴅ"), ('e', "еεєҽɛᴇ℮"), ('f', "ϝꜰ"), ('g', "ɡցɢ"), ('h', "һнհʜ"),
        ('i', "іιɩɪꭵ"), ('j', "јϳյᴊ"), ('k', "кκᴋⲕ"), ('l', "ʟӏ"), ('m', "мᴍϻⲙ"), ('n', "пոռηɴ"), ('o', "оοσօᴏⲟჿ๐"),
        ('p', "рρϱᴘⲣ"), ('q', "ԛգզ"), ('r', "гᴦʀⲅꭇя"), ('s', "ѕʂꜱꮪ"), ('t', "тτᴛⲧ"), ('u', "υսᴜʊцμ"), ('v', "νѵᴠⴸ"), ('w', "ԝѡωɯᴡш"),
        ('x', "хχⲭ"), ('y', "уүγʏʎყ"), ('z', "ᴢʐ"),
    ];

    private static readonly FrozenDictionary<int, char> ByLetter = Table
        .SelectMany(row => row.LookLikeIt.Select(letter => (Other: (int)letter, row.Letter)))
        .DistinctBy(pair => pair.Other)
        .ToFrozenDictionary(pair => pair.Other, pair => pair.Letter);

    /// <summary>The Latin letter that a plain letter looks like; itself if it looks like none.</summary>
    public static int Of(int letter) => letter < 128 ? letter : ByLetter.TryGetValue(letter, out var latin) ? latin : letter;

    /// <summary>A digit or sign may be read as the letter.</summary>
    public static bool Reads(int sign, int letter) => (sign, letter) is ('0', 'o') or ('1', 'i') or ('1', 'l') or ('!', 'i') or ('|', 'l') or ('|', 'i')
        or ('3', 'e') or ('4', 'a') or ('@', 'a') or ('5', 's') or ('$', 's') or ('7', 't') or ('8', 'b') or ('€', 'e');
}
