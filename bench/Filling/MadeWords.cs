using System.Text;

namespace MultiLine.Filling;

/// <summary>Made words, of which a few are as frequent and most as rare as in a language: how often one occurs goes down with its rank.</summary>
public sealed class MadeWords
{
    /// <summary>How many words there are. In a million messages the last one occurs some forty times, and the first one in every second of them.</summary>
    public const int Count = 50_000;

    private const string Consonants = "bcdfghjklmnprstvwxyz";
    private const string Vowels = "aeiou";
    private const int Syllables = 100;
    private const int Shortest = 5;
    private const int Longest = 35;

    private readonly string[] _words = [.. Enumerable.Range(0, Count).Select(Word)];
    private readonly double[] _shares = new double[Count];

    public MadeWords()
    {
        var sum = 0.0;
        for (var rank = 0; rank < Count; rank++)
            _shares[rank] = sum += 1.0 / (rank + 3);
    }

    /// <param name="rank">0 is the most frequent one.</param>
    public string this[int rank] => _words[rank];

    /// <summary>A message of five words or more, up to as many as are given.</summary>
    public string Message(Random random, int longest = Longest)
    {
        var text = new StringBuilder(200);
        for (var words = random.Next(Shortest, longest + 1); words > 0; words--)
            text.Append(_words[Rank(random)]).Append(words == 1 ? "." : " ");
        return text.ToString();
    }

    private int Rank(Random random)
    {
        var found = Array.BinarySearch(_shares, random.NextDouble() * _shares[^1]);
        return Math.Min(found < 0 ? ~found : found, Count - 1);
    }

    /// <summary>The more frequent, the shorter; no two are the same.</summary>
    private static string Word(int rank)
    {
        var word = new StringBuilder();
        for (var rest = rank + 1; rest > 0; rest = (rest - 1) / Syllables)
        {
            var syllable = (rest - 1) % Syllables;
            word.Append(Consonants[syllable / Vowels.Length]).Append(Vowels[syllable % Vowels.Length]);
        }

        return word.ToString();
    }
}
