namespace MultiLine.Domain.Policy.WordLists;

/// <summary>A listed word as it is compared with a text.</summary>
internal sealed class SoughtWord
{
    private readonly Letter[] _letters;
    private readonly WordList _list;

    /// <param name="list">Whose options count.</param>
    /// <param name="listIndex">Which list it is of those that are searched for.</param>
    /// <param name="index">Which word of the list it is.</param>
    public SoughtWord(WordList list, int listIndex, int index)
    {
        (_list, List, Index) = (list, listIndex, index);
        _letters = LetterReader.Read(list.Words[index].Text);
    }

    public int List { get; }

    public int Index { get; }

    public int Weight => _list.Words[Index].Weight;

    public ReadOnlySpan<Letter> Letters => _letters;

    /// <summary>Where in the text's letters the word begins that ends with the letter at <paramref name="last"/>; -1 if it doesn't.</summary>
    public int StartOf(ReadOnlySpan<Letter> text, int last)
    {
        var letterByLetter = last - _letters.Length + 1;
        if (letterByLetter >= 0 && IsLetterByLetter(text.Slice(letterByLetter, _letters.Length)) && HasRightGaps(text, letterByLetter, last))
            return letterByLetter;
        if (!_list.SeeThroughDisguise)
            return -1;
        var withRepetitions = StartWithRepetitions(text, last);
        return withRepetitions >= 0 && HasRightGapsBetweenRuns(text, withRepetitions, last) ? withRepetitions : -1;
    }

    /// <summary>Signs may stand for letters where at least half of the word is written in letters: <c>50s</c> is not <c>sos</c>.</summary>
    private bool IsLetterByLetter(ReadOnlySpan<Letter> text)
    {
        var signs = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            switch (Compare(text[i], _letters[i]))
            {
                case Likeness.None:
                    return false;
                case Likeness.Sign:
                    signs++;
                    break;
            }
        }

        return signs * 2 <= text.Length;
    }

    private Likeness Compare(in Letter written, in Letter sought)
    {
        if (written.Plain == sought.Plain)
            return !_list.MatchCase || (written.Form == LetterForm.Lower) == (sought.Form == LetterForm.Lower) ? Likeness.Same : Likeness.None;
        if (!_list.SeeThroughDisguise)
            return Likeness.None;
        var wanted = LookAlikes.Of(sought.Plain);
        if (LookAlikes.Of(written.Plain) == wanted || (written.Form == LetterForm.UpperAmongLower && wanted == 'l'))
            return Likeness.Same;
        return LookAlikes.Reads(written.Plain, wanted) ? Likeness.Sign : Likeness.None;
    }

    /// <summary>Each word of a phrase is written together, or with all its letters apart; and the whole stands apart where it has to.</summary>
    private bool HasRightGaps(ReadOnlySpan<Letter> text, int start, int last)
    {
        var gaps = new WordGaps(_list.SeeThroughDisguise);
        for (var i = 1; i < _letters.Length; i++)
        {
            if (!gaps.Next(text[start + i].Gap, beginsWord: _letters[i].Gap > 0))
                return false;
        }

        return StandsApart(text, start, last, gaps);
    }

    private bool HasRightGapsBetweenRuns(ReadOnlySpan<Letter> text, int start, int last)
    {
        var gaps = new WordGaps(mayBeSpaced: false);
        for (var (i, at) = (0, start); i < _letters.Length; (i, at) = (i + RunFrom(_letters, i), at + RunFrom(text[..(last + 1)], at)))
        {
            if (i > 0 && !gaps.Next(text[at].Gap, beginsWord: _letters[i].Gap > 0))
                return false;
        }

        return StandsApart(text, start, last, gaps);
    }

    private bool StandsApart(ReadOnlySpan<Letter> text, int start, int last, in WordGaps gaps)
    {
        if (!gaps.IsRight())
            return false;
        var apartBefore = start == 0 || text[start].Gap > 0;
        var apartBehind = last == text.Length - 1 || text[last + 1].Gap > 0;
        if (gaps.AnySpaced && !(apartBefore && apartBehind))
            return false;
        return !_list.WholeWords
            || ((apartBefore || text[start - 1].Form == LetterForm.Sign) && (apartBehind || text[last + 1].Form == LetterForm.Sign)
                && !IsInsideOne(text, start) && !IsInsideOne(text, last + 1));
    }

    /// <summary>A ligature of which only a part belongs to the word.</summary>
    private static bool IsInsideOne(ReadOnlySpan<Letter> text, int at) => at > 0 && at < text.Length && text[at].Start == text[at - 1].Start;

    /// <summary>
    /// As in <c>freeeee</c>: a letter may be there three times or more in the place of fewer. Twice is another word: <c>beet</c> is not
    /// <c>bet</c>.
    /// </summary>
    private int StartWithRepetitions(ReadOnlySpan<Letter> text, int last)
    {
        if (last + 1 < text.Length && Continues(text[last], text[last + 1]))
            return -1;
        var (at, signs) = (last, 0);
        for (var i = _letters.Length - 1; i >= 0;)
        {
            if (at < 0)
                return -1;
            var likeness = Compare(text[at], _letters[i]);
            if (likeness == Likeness.None)
                return -1;
            var sought = RunBackFrom(_letters, i);
            var written = RunBackFrom(text, at);
            if (written != sought && written < Math.Max(3, sought + 1))
                return -1;
            signs += likeness == Likeness.Sign ? sought : 0;
            (i, at) = (i - sought, at - written);
        }

        return signs * 2 <= _letters.Length ? at + 1 : -1;
    }

    private static int RunFrom(ReadOnlySpan<Letter> letters, int first)
    {
        var end = first + 1;
        while (end < letters.Length && Continues(letters[end - 1], letters[end]))
            end++;
        return end - first;
    }

    private static int RunBackFrom(ReadOnlySpan<Letter> letters, int last)
    {
        var first = last;
        while (first > 0 && Continues(letters[first - 1], letters[first]))
            first--;
        return last - first + 1;
    }

    private static bool Continues(in Letter one, in Letter next) => one.Plain == next.Plain && next.Gap == 0;

    private enum Likeness
    {
        None,
        Same,
        Sign,
    }
}
