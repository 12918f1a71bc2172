using System.Collections.Immutable;

namespace MultiLine.Domain.Policy.Inspection;

/// <summary>Compares media types with what rules say of them.</summary>
internal static class MediaTypes
{
    private const string AnyOfKind = "/*";

    /// <param name="type">Such as <c>audio/ogg; codecs=opus</c>.</param>
    /// <param name="pattern">Such as <c>audio/ogg</c> or <c>audio/*</c>.</param>
    public static bool Fits(ReadOnlySpan<char> type, ReadOnlySpan<char> pattern)
    {
        var end = type.IndexOf(';');
        var essence = (end < 0 ? type : type[..end]).Trim();
        return pattern.EndsWith(AnyOfKind)
            ? essence.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
            : essence.Equals(pattern, StringComparison.OrdinalIgnoreCase);
    }

    public static bool FitsAny(string type, ImmutableArray<string> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (Fits(type, pattern))
                return true;
        }

        return false;
    }

    /// <summary><c>kind/name</c> or <c>kind/*</c>, in the characters that RFC 6838 section 4.2 lets them have.</summary>
    public static bool IsPattern(string pattern)
    {
        var slash = pattern.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < pattern.Length - 1 && pattern[..slash].All(IsNameCharacter)
            && (pattern.EndsWith(AnyOfKind, StringComparison.Ordinal) && slash == pattern.Length - AnyOfKind.Length
                || pattern[(slash + 1)..].All(IsNameCharacter));
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '!' or '#' or '$' or '&' or '-' or '^' or '_' or '.' or '+';
}
