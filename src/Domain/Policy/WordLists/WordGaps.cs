using System.Runtime.InteropServices;

namespace MultiLine.Domain.Policy.WordLists;

/// <summary>
/// Whether what is between the letters of a find lets them be the sought words. A word is written together, or all its letters stand singly:
/// <c>g u a r a n t e e</c>, never <c>gu arantee</c>, so that ordinary borders of words stay borders.
/// </summary>
/// <param name="mayBeSpaced">The letters may stand singly.</param>
[StructLayout(LayoutKind.Auto)]
internal struct WordGaps(bool mayBeSpaced)
{
    /// <summary>So many separators at most between two words of a phrase, and between two letters that stand singly.</summary>
    public const int Widest = 3;

    /// <summary>Shorter words aren't looked for with their letters apart: <c>U.S.A.</c> is no disguise.</summary>
    public const int ShortestSpaced = 4;

    private int _together;
    private int _apart;

    public bool AnySpaced { get; private set; }

    /// <param name="gap">How many separators are before the next letter.</param>
    /// <param name="beginsWord">The letter begins another word of the phrase.</param>
    /// <returns>False if this can't be the sought words.</returns>
    public bool Next(int gap, bool beginsWord)
    {
        if (beginsWord)
        {
            var right = IsRight() && gap is > 0 and <= Widest;
            (_together, _apart) = (0, 0);
            return right;
        }

        if (gap == 0)
        {
            _together++;
            return _apart == 0;
        }

        _apart++;
        AnySpaced = true;
        return mayBeSpaced && gap <= Widest && _together == 0;
    }

    /// <summary>The last word is complete.</summary>
    public readonly bool IsRight() => _apart == 0 || _apart + 1 >= ShortestSpaced;
}
