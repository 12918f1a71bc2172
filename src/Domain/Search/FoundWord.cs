namespace MultiLine.Domain.Search;

/// <summary>A word of a text.</summary>
/// <param name="Folded">By which it is compared: without regard to case, diacritics and ways of writing the same letter.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 code units.</param>
/// <param name="Length">How long it is there, in UTF-16 code units.</param>
/// <param name="Unspaced">One character of a script that sets no spaces between words.</param>
public readonly record struct FoundWord(string Folded, int Start, int Length, bool Unspaced)
{
    public int End => Start + Length;
}
