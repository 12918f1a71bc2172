using System.Text.RegularExpressions;

namespace MultiLine.Domain.Policy.Expressions;

/// <summary>
/// Where anchors match.
/// Source: https://learn.microsoft.com/dotnet/standard/base-types/anchors-in-regular-expressions
/// </summary>
internal static class Anchors
{
    /// <summary>What is on one side of the edge of a word: also the two invisible characters that join letters or keep them apart.</summary>
    private static readonly UnitSet Words = UnitSet.Of(@"[\w\u200C\u200D]", RegexOptions.None);

    /// <param name="text">The whole text.</param>
    /// <param name="place">Before this unit, or behind the last one.</param>
    /// <param name="anchor">Which.</param>
    public static bool IsAt(ReadOnlySpan<char> text, int place, AnchorKind anchor) => anchor switch
    {
        AnchorKind.TextBegin => place == 0,
        AnchorKind.TextEnd => place == text.Length,
        AnchorKind.LastLineEnd => place == text.Length || (place == text.Length - 1 && text[place] == '\n'),
        AnchorKind.LineBegin => place == 0 || text[place - 1] == '\n',
        AnchorKind.LineEnd => place == text.Length || text[place] == '\n',
        AnchorKind.WordEdge => IsWordEdge(text, place),
        AnchorKind.NoWordEdge => !IsWordEdge(text, place),
        _ => throw new InvalidOperationException($"There is no anchor {anchor}."),
    };

    private static bool IsWordEdge(ReadOnlySpan<char> text, int place) =>
        (place > 0 && Words.Contains(text[place - 1])) != (place < text.Length && Words.Contains(text[place]));
}
