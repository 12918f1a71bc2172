namespace MultiLine.Domain;

/// <summary>One part of a key: 1 to 64 lower-case ASCII letters, digits, hyphens or underscores. Never a slash.</summary>
public static class KeyPart
{
    public const int MaxLength = 64;

    public static bool IsValid(string? part) =>
        part is { Length: > 0 and <= MaxLength } && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');
}
