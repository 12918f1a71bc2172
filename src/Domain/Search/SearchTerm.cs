namespace MultiLine.Domain.Search;

/// <summary>A word, or several that have to follow each other: a phrase, or what one writes without a space, such as <c>e-mail</c>.</summary>
public sealed class SearchTerm
{
    private readonly IReadOnlyList<FoundWord> _words;

    internal SearchTerm(IReadOnlyList<FoundWord> words) => _words = words;

    /// <summary>The words as they are compared.</summary>
    public IEnumerable<string> Words => _words.Select(word => word.Folded);

    /// <summary>Whether what has the tokens may still lack the term, so that its text has to be looked at.</summary>
    public bool NeedsText => _words.Count > 1 && !(_words.Count == 2 && SearchText.AreNeighbours((_words[0], _words[1])));

    /// <summary>What has the term has all of these tokens; pairs of neighbours stand for their characters, as fewer have them.</summary>
    public IReadOnlySet<string> Tokens()
    {
        HashSet<string> tokens = new(StringComparer.Ordinal);
        for (var i = 0; i < _words.Count; i++)
        {
            var withNext = i + 1 < _words.Count && SearchText.AreNeighbours((_words[i], _words[i + 1]));
            if (withNext)
                tokens.Add(_words[i].Folded + _words[i + 1].Folded);
            else if (i == 0 || !SearchText.AreNeighbours((_words[i - 1], _words[i])))
                tokens.Add(_words[i].Folded);
        }

        return tokens;
    }

    /// <summary>Where the term stands in a text of these words, in UTF-16 code units of the text.</summary>
    public IEnumerable<(int Start, int Length)> FindIn(IReadOnlyList<FoundWord> text)
    {
        for (var first = 0; first + _words.Count <= text.Count; first++)
        {
            if (StandsAt(text, first))
                yield return (text[first].Start, text[first + _words.Count - 1].End - text[first].Start);
        }
    }

    private bool StandsAt(IReadOnlyList<FoundWord> text, int first)
    {
        for (var i = 0; i < _words.Count; i++)
        {
            if (text[first + i].Folded != _words[i].Folded)
                return false;
        }

        return true;
    }
}
