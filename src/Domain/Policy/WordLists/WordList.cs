using System.Collections.Immutable;

namespace MultiLine.Domain.Policy.WordLists;

/// <summary>
/// Words and phrases to look for. Full-width and mathematical letters, ligatures, accents and characters that can't be seen never
/// hide one.
/// </summary>
public sealed record WordList
{
    /// <summary>By which rules name it; a part of a key (<see cref="KeyPart"/>).</summary>
    public required string Id { get; init; }

    /// <summary>As people read it, and as a finding names it.</summary>
    public required string Name { get; init; }

    public required ImmutableArray<ListedWord> Words { get; init; }

    /// <summary>A word counts only where no letter or digit stands before or behind it.</summary>
    public bool WholeWords { get; init; } = true;

    /// <summary>Upper and lower case differ.</summary>
    public bool MatchCase { get; init; }

    /// <summary>Sees through look-alike letters of other alphabets, leetspeak, letters apart from each other, and letters repeated.</summary>
    public bool SeeThroughDisguise { get; init; } = true;
}

/// <param name="Text">A word, or several with spaces between.</param>
/// <param name="Weight">What it adds to a rule's threshold: 1 to 1,000.</param>
public sealed record ListedWord(string Text, int Weight = 1);
