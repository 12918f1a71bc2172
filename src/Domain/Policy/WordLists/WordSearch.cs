using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using MultiLine.Domain.Policy.Rules;

namespace MultiLine.Domain.Policy.WordLists;

/// <summary>
/// Searches for the words of all lists at once: Aho and Corasick's automaton over classes of letters, where repeated ones count once, finds
/// the places at which a word may end; there it is compared letter by letter. Time is linear in the text, however many words there are.
/// Immutable.
/// </summary>
internal sealed class WordSearch
{
    /// <summary>So many letters can come of one character, so that there is room for them behind any text.</summary>
    private const int Room = 4;

    /// <summary>
    /// So many places of one list are found in one text; from the last of them on the rest of the text counts as found, with all that the list can
    /// weigh. Words that begin or end each other can be at more places than the text has letters. Each list counts for itself, so that nothing hides
    /// behind many finds of another one.
    /// </summary>
    public const int MostHits = 256;

    private const int ListsOnStack = 128;

    /// <summary>Stands for all the words that may be in the rest of a text.</summary>
    private const int TheRest = -1;

    private const int None = -1;

    private readonly Node[] _nodes;
    private readonly SoughtWord[][] _words;
    private readonly int _lists;

    private WordSearch(Node[] nodes, SoughtWord[][] words, int lists) => (_nodes, _words, _lists) = (nodes, words, lists);

    public static WordSearch Of(IReadOnlyList<WordList> lists)
    {
        var trie = new List<TrieNode> { new() };
        for (var list = 0; list < lists.Count; list++)
        {
            for (var index = 0; index < lists[list].Words.Length; index++)
                Add(trie, new SoughtWord(lists[list], list, index));
        }

        return Flatten(trie, lists.Count);
    }

    /// <summary>Adds all places at which a word is.</summary>
    public void Find(ReadOnlySpan<char> text, List<WordHit> into)
    {
        var rented = ArrayPool<Letter>.Shared.Rent(text.Length + Room);
        try
        {
            var letters = rented;
            var count = LetterReader.Read(text, ref letters);
            Span<int> found = _lists <= ListsOnStack ? stackalloc int[_lists] : new int[_lists];
            Find(letters.AsSpan(0, count), text.Length, found, into);
        }
        finally
        {
            ArrayPool<Letter>.Shared.Return(rented);
        }
    }

    private void Find(ReadOnlySpan<Letter> letters, int end, Span<int> found, List<WordHit> into)
    {
        var nodes = _nodes.AsSpan();
        var (state, previous) = (0, None);
        for (var i = 0; i < letters.Length; i++)
        {
            int letterClass = letters[i].Class;
            if (letterClass != previous)
                state = Next(nodes, state, letterClass);
            previous = letterClass;
            for (var at = nodes[state].Words != None ? state : nodes[state].NextWithWords; at != None; at = nodes[at].NextWithWords)
                Compare(_words[nodes[at].Words], letters, i, end, found, into);
        }
    }

    private static void Compare(SoughtWord[] words, ReadOnlySpan<Letter> letters, int last, int end, Span<int> found, List<WordHit> into)
    {
        foreach (var word in words)
        {
            if (found[word.List] == MostHits || word.StartOf(letters, last) is not (>= 0 and var start))
                continue;
            into.Add(++found[word.List] < MostHits
                ? new(word.List, word.Index, word.Weight, letters[start].Start, letters[last].End)
                : new(word.List, TheRest, PolicyLimits.Threshold, letters[start].Start, end));
        }
    }

    private static int Next(ReadOnlySpan<Node> nodes, int state, int letterClass)
    {
        while (true)
        {
            var child = nodes[state].Child(letterClass);
            if (child != None)
                return child;
            if (state == 0)
                return 0;
            state = nodes[state].Fallback;
        }
    }

    private static void Add(List<TrieNode> trie, SoughtWord word)
    {
        var (at, previous) = (0, None);
        foreach (var letter in word.Letters)
        {
            if (letter.Class != previous)
            {
                if (!trie[at].Children.TryGetValue(letter.Class, out var child))
                {
                    child = trie.Count;
                    trie.Add(new());
                    trie[at].Children.Add(letter.Class, child);
                }

                at = child;
            }

            previous = letter.Class;
        }

        if (at != 0)
            trie[at].Words.Add(word);
    }

    /// <summary>Numbers the nodes level by level, so that the children of each are in a row and every fallback comes before.</summary>
    private static WordSearch Flatten(List<TrieNode> trie, int lists)
    {
        var nodes = new Node[trie.Count];
        var words = new List<SoughtWord[]>();
        var order = new int[trie.Count];
        var next = 1;
        for (var number = 0; number < order.Length; number++)
        {
            var source = trie[order[number]];
            ref var node = ref nodes[number];
            node.Words = None;
            if (source.Words.Count > 0)
            {
                node.Words = words.Count;
                words.Add([.. source.Words]);
            }

            node.NextWithWords = number == 0 ? None : nodes[node.Fallback].Words != None ? node.Fallback : nodes[node.Fallback].NextWithWords;
            node.FirstChild = next;
            foreach (var (letterClass, child) in source.Children)
            {
                node.ChildClasses |= 1UL << letterClass;
                nodes[next].Fallback = number == 0 ? 0 : Next(nodes, node.Fallback, letterClass);
                order[next++] = child;
            }
        }

        return new WordSearch(nodes, [.. words], lists);
    }

    private sealed class TrieNode
    {
        public SortedDictionary<int, int> Children { get; } = [];

        public List<SoughtWord> Words { get; } = [];
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Node
    {
        /// <summary>A bit for each class of letters with which a word goes on.</summary>
        public ulong ChildClasses;

        public int FirstChild;

        /// <summary>The longest end of what was read that is a beginning of another word.</summary>
        public int Fallback;

        /// <summary>Where the words that end here are.</summary>
        public int Words;

        /// <summary>The next shorter one at which words end.</summary>
        public int NextWithWords;

        public readonly int Child(int letterClass)
        {
            var bit = 1UL << letterClass;
            return (ChildClasses & bit) == 0 ? None : FirstChild + BitOperations.PopCount(ChildClasses & (bit - 1));
        }
    }
}

/// <param name="List">Which of the lists.</param>
/// <param name="Word">Which word of the list.</param>
/// <param name="Weight">What the list says that it weighs.</param>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="End">The unit behind the last one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordHit(int List, int Word, int Weight, int Start, int End);
