using System.Globalization;

namespace MultiLine.Domain.Policy.Expressions;

/// <summary>Names what the linear-time engine can't do, and where an expression has it.</summary>
internal static class UnsupportedConstruct
{
    private static readonly (string Begins, string Name)[] Groups =
    [
        ("(?<=", "a lookbehind"), ("(?<!", "a negative lookbehind"), ("(?=", "a lookahead"), ("(?!", "a negative lookahead"),
        ("(?>", "an atomic group"), ("(?(", "a condition"),
    ];

    /// <summary>A clause without its subject and full stop; null where there is none of these, so that it is only too large.</summary>
    /// <param name="pattern">One that can be read and that the engine refuses.</param>
    public static string? Find(string pattern)
    {
        var inSet = false;
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] == '\\')
            {
                if (!inSet && at + 1 < pattern.Length && Escaped(pattern[at + 1]) is { } escaped)
                    return Words(escaped, pattern, at, at + 2);
                at++;
            }
            else if (inSet)
            {
                inSet = pattern[at] != ']';
            }
            else if (pattern[at] == '[')
            {
                inSet = true;
                // A bracket in the first place is a member.
                at += at + 1 < pattern.Length && pattern[at + 1] == '^' ? 2 : 1;
            }
            else if (pattern[at] == '(' && Group(pattern, at) is { } group)
            {
                return Words(group.Name, pattern, at, at + group.Begins.Length);
            }
        }

        return null;
    }

    private static string? Escaped(char c) => c switch
    {
        >= '1' and <= '9' or 'k' => "a reference back to a group",
        'G' => "an anchor at the last match",
        _ => null,
    };

    private static (string Begins, string Name)? Group(string pattern, int at)
    {
        foreach (var group in Groups)
        {
            if (string.CompareOrdinal(pattern, at, group.Begins, 0, group.Begins.Length) == 0)
                return group;
        }

        var end = at + 2 < pattern.Length && pattern[at + 1] == '?' && pattern[at + 2] is '<' or '\'' ? pattern.AsSpan(at + 3).IndexOfAny('>', '\'') : -1;
        return end > 0 && pattern.AsSpan(at + 3, end).Contains('-') ? (pattern[at..(at + 3 + end + 1)], "a balancing group") : null;
    }

    private static string Words(string name, string pattern, int start, int end) => string.Create(
        CultureInfo.InvariantCulture,
        $"has {name} at character {start} ({pattern[start..end]}); the linear-time engine can't do that");
}
