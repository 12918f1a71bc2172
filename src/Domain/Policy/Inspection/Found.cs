using System.Runtime.InteropServices;

namespace MultiLine.Domain.Policy.Inspection;

/// <summary>Something that some rule may want, in one part of a message.</summary>
/// <param name="Source">What has found it.</param>
/// <param name="Of">Of a word list its place among all lists, of an expression that of its rule among all rules; else 0.</param>
/// <param name="Type">A detector's type, or the name of the list or expression.</param>
/// <param name="Word">Which word of the list.</param>
/// <param name="Weight">What it adds to a threshold.</param>
/// <param name="Score">How sure it is.</param>
/// <param name="Part">In which part of the message.</param>
/// <param name="Text">That part's text.</param>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="End">The unit behind the last one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Found(
    FoundBy Source, int Of, string Type, int Word, int Weight, double Score, MessagePart Part, string Text, int Start, int End)
{
    /// <summary>The same for whatever is the same value, however it is grouped or written.</summary>
    public string Identity => Source == FoundBy.WordList
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Of}/{Word}")
        : $"{Type}/{string.Concat(Text[Start..End].Where(char.IsLetterOrDigit)).ToUpperInvariant()}";
}

internal enum FoundBy
{
    Detector,
    WordList,
    Expression,
}
