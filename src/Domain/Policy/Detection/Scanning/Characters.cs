namespace MultiLine.Domain.Policy.Detection.Scanning;

/// <summary>What a character of a folded text is to a detector.</summary>
internal static class Characters
{
    /// <summary>The first letter of scripts, from Hebrew on, whose words aren't always set apart from a number beside them.</summary>
    private const char FirstOfOtherScripts = '\u0590';

    /// <summary>A letter, a digit or an underscore: what it touches is part of one word with it.</summary>
    public static bool IsWord(char c) => char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) || c == '_' : c < FirstOfOtherScripts && char.IsLetter(c);

    public static bool IsLetter(char c) => char.IsAscii(c) ? char.IsAsciiLetter(c) : char.IsLetter(c);

    /// <summary>The value of a hexadecimal digit, or a letter's in base 36; 36 and more for anything else.</summary>
    public static int Value(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'Z' => c - 'A' + 10,
        >= 'a' and <= 'z' => c - 'a' + 10,
        _ => int.MaxValue,
    };

    public static bool AllSame<T>(ReadOnlySpan<T> values) where T : IEquatable<T> => !values.IsEmpty && !values.ContainsAnyExcept(values[0]);
}
