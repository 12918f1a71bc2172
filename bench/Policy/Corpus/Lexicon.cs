using System.Collections.Immutable;
using System.Globalization;
using MultiLine.Domain.Policy.WordLists;

namespace MultiLine.Policy.Corpus;

/// <summary>Four lists of 250 words and phrases each, the same ones each time, all seen through disguise.</summary>
internal static class Lexicon
{
    private const int Seed = 20261128;
    private const int Words = 1000;
    private const int ListLength = 250;

    private static readonly string[] Firsts =
    [
        "guaranteed", "riskless", "secret", "inside", "private", "offshore", "unreported", "backdated", "hidden", "assured", "sure", "easy", "quick", "tax free", "undisclosed", "front", "wash", "pump", "off the record", "double",
    ];

    private static readonly string[] Seconds =
    [
        "returns", "profit", "deal", "tip", "account", "trade", "payment", "commission", "kickback", "money", "bonus", "favour", "agreement", "discount", "source", "list", "position", "order", "yield", "gain",
    ];

    private static readonly string[] Syllables =
        ["ba", "cor", "den", "fal", "gre", "hol", "in", "jar", "ke", "lum", "mon", "nor", "os", "pre", "qua", "ri", "sta", "tor", "ul", "ver", "wen", "xa", "yor", "zin"];

    public static readonly ImmutableArray<WordList> Lists = [.. Phrases().Concat(Names()).Distinct(StringComparer.Ordinal).Take(Words).Chunk(ListLength).Select(List)];

    private static IEnumerable<string> Phrases() => Firsts.SelectMany(first => Seconds.Select(second => $"{first} {second}"));

    /// <summary>Names of securities and projects that nobody has heard of.</summary>
    private static IEnumerable<string> Names()
    {
        var random = new Random(Seed);
        while (true)
            yield return string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Syllables[random.Next(Syllables.Length)]));
    }

    private static WordList List(string[] words, int index) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"list-{index}"),
        Name = string.Create(CultureInfo.InvariantCulture, $"List {index}"),
        Words = [.. words.Select(word => new ListedWord(word))],
    };
}
