using System.Numerics;
using System.Text.RegularExpressions;

namespace MultiLine.Domain.Policy.Expressions;

/// <summary>
/// Some of the 65,536 UTF-16 units. Which ones a piece of an expression means, .NET's own engine is asked, so that categories, subtraction and
/// letters in both cases are exactly its own. Immutable.
/// </summary>
internal sealed class UnitSet
{
    private const int PageBits = 8;
    private const int WordsOfPage = (1 << PageBits) / 64;
    private const int AllUnits = 1 << 16;
    private const int WordsOfAll = AllUnits / 64;

    private static readonly string EveryUnit = string.Create(AllUnits, 0, (units, _) =>
    {
        for (var unit = 0; unit < units.Length; unit++)
            units[unit] = (char)unit;
    });

    /// <summary>Which page has the units of the same upper byte; equal pages are there once.</summary>
    private readonly byte[] _pageOf;

    /// <summary>A bit for each unit of each page.</summary>
    private readonly ulong[] _pages;

    private UnitSet(byte[] pageOf, ulong[] pages, int count, char first) => (_pageOf, _pages, Count, First) = (pageOf, pages, count, first);

    /// <summary>How many units it has.</summary>
    public int Count { get; }

    /// <summary>Its lowest unit.</summary>
    public char First { get; }

    public static UnitSet Of(char unit)
    {
        var all = new ulong[WordsOfAll];
        all[unit / 64] = 1UL << unit;
        return Of(all);
    }

    /// <param name="source">One literal, escape or set of an expression.</param>
    /// <param name="options">Those that are in force where it stands.</param>
    public static UnitSet Of(string source, RegexOptions options)
    {
        // It matches one unit, so that there is nothing to go back to.
        var runs = new Regex($"(?:{source})+", options | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
        var all = new ulong[WordsOfAll];
        foreach (var run in runs.EnumerateMatches(EveryUnit))
        {
            for (var unit = run.Index; unit < run.Index + run.Length; unit++)
                all[unit >> 6] |= 1UL << unit;
        }

        return Of(all);
    }

    /// <summary>What is in any of them.</summary>
    public static UnitSet Union(IEnumerable<UnitSet> sets)
    {
        var all = new ulong[WordsOfAll];
        foreach (var set in sets)
        {
            for (var word = 0; word < all.Length; word++)
                all[word] |= set.Word(word);
        }

        return Of(all);
    }

    public bool Contains(char unit) => (_pages[(_pageOf[unit >> PageBits] * WordsOfPage) + ((unit >> 6) & (WordsOfPage - 1))] >> unit & 1) != 0;

    /// <summary>Its units, the lowest first.</summary>
    public IEnumerable<char> Units() => Enumerable.Range(0, WordsOfAll).SelectMany(word => Bits(word, Word(word)));

    /// <summary>The lowest unit of each row of units without one missing.</summary>
    public IEnumerable<char> Begins() => Enumerable.Range(0, WordsOfAll).SelectMany(word => Bits(word, Word(word) & ~((Word(word) << 1) | (word == 0 ? 0 : Word(word - 1) >> 63))));

    private static IEnumerable<char> Bits(int word, ulong bits)
    {
        for (; bits != 0; bits &= bits - 1)
            yield return (char)((word * 64) + BitOperations.TrailingZeroCount(bits));
    }

    private static UnitSet Of(ulong[] all)
    {
        var pageOf = new byte[AllUnits >> PageBits];
        List<ulong> pages = [];
        var known = new Dictionary<(ulong, ulong, ulong, ulong), byte>();
        for (var page = 0; page < pageOf.Length; page++)
        {
            var words = all.AsSpan(page * WordsOfPage, WordsOfPage);
            var key = (words[0], words[1], words[2], words[3]);
            if (!known.TryGetValue(key, out var place))
            {
                known.Add(key, place = (byte)known.Count);
                pages.AddRange(words);
            }

            pageOf[page] = place;
        }

        var count = all.Sum(BitOperations.PopCount);
        var first = Array.FindIndex(all, word => word != 0);
        return new UnitSet(pageOf, [.. pages], count, first < 0 ? '\0' : (char)((first * 64) + BitOperations.TrailingZeroCount(all[first])));
    }

    private ulong Word(int word) => _pages[(_pageOf[word / WordsOfPage] * WordsOfPage) + (word % WordsOfPage)];
}
