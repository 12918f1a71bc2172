using System.Globalization;
using System.Runtime.InteropServices;

namespace MultiLine.Domain.Policy.Expressions;

/// <summary>What the text of a valid expression tells of the automaton that comes of it.</summary>
/// <param name="Shortest">The shortest text that it can match, in UTF-16 units.</param>
/// <param name="Choices">
/// Places at which it can go on in more than one way: sets, alternatives, quantifiers; those inside of a counted repetition as often as it
/// may be repeated.
/// </param>
/// <param name="Size">How many units long it is, where each counted repetition is written out.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ExpressionShape(long Shortest, long Choices, long Size)
{
    private const long Most = 1_000_000;

    private static ExpressionShape Literal => new(1, 0, 1);

    private static ExpressionShape Set => new(1, 1, 1);

    /// <summary>The whole of an expression that the regular-expression parser accepts.</summary>
    public static ExpressionShape Of(string pattern)
    {
        var at = 0;
        return Alternatives(pattern, ref at);
    }

    private static ExpressionShape Alternatives(string pattern, ref int at)
    {
        var all = Sequence(pattern, ref at);
        while (at < pattern.Length && pattern[at] == '|')
        {
            at++;
            var other = Sequence(pattern, ref at);
            all = new(Math.Min(all.Shortest, other.Shortest), all.Choices + other.Choices + 1, all.Size + other.Size);
        }

        return all;
    }

    private static ExpressionShape Sequence(string pattern, ref int at)
    {
        var all = new ExpressionShape();
        while (at < pattern.Length && pattern[at] is not ('|' or ')'))
        {
            var one = Repeated(Atom(pattern, ref at), pattern, ref at);
            all = new(Math.Min(Most, all.Shortest + one.Shortest), Math.Min(Most, all.Choices + one.Choices), Math.Min(Most, all.Size + one.Size));
        }

        return all;
    }

    private static ExpressionShape Atom(string pattern, ref int at)
    {
        switch (pattern[at++])
        {
            case '(':
                return Group(pattern, ref at);
            case '[':
                SkipSet(pattern, ref at);
                return Set;
            case '\\':
                return Escape(pattern, ref at);
            case '.':
                return Set;
            case '^' or '$':
                return default;
            default:
                return Literal;
        }
    }

    private static ExpressionShape Group(string pattern, ref int at)
    {
        if (pattern.AsSpan(at).StartsWith("?#"))
        {
            at = pattern.IndexOf(')', at) + 1;
            return default;
        }

        if (pattern[at] == '?')
            at = EndOfPrefix(pattern, at + 1);
        var inner = Alternatives(pattern, ref at);
        at++;
        return inner;
    }

    /// <summary>Behind a group's name or its options: <c>?:</c>, <c>?i-s:</c>, <c>?&lt;name&gt;</c>; of <c>(?i)</c> at the bracket.</summary>
    private static int EndOfPrefix(string pattern, int at) => pattern[at] switch
    {
        '<' => pattern.IndexOf('>', at) + 1,
        '\'' => pattern.IndexOf('\'', at + 1) + 1,
        _ => pattern.AsSpan(at).IndexOfAny(':', ')') is var end && pattern[at + end] == ':' ? at + end + 1 : at + end,
    };

    private static ExpressionShape Escape(string pattern, ref int at)
    {
        var escaped = pattern[at++];
        switch (escaped)
        {
            case 'b' or 'B' or 'A' or 'z' or 'Z' or 'G':
                return default;
            case 'p' or 'P':
                at = pattern.IndexOf('}', at) + 1;
                return Set;
            case 'd' or 'D' or 'w' or 'W' or 's' or 'S':
                return Set;
            case 'x':
                at += 2;
                return Literal;
            case 'u':
                at += 4;
                return Literal;
            case 'c':
                at++;
                return Literal;
            case >= '0' and <= '7':
                for (var digits = 1; digits < 3 && at < pattern.Length && pattern[at] is >= '0' and <= '7'; digits++)
                    at++;
                return Literal;
            default:
                return Literal;
        }
    }

    private static void SkipSet(string pattern, ref int at)
    {
        if (pattern[at] == '^')
            at++;
        // A bracket in the first place is a member.
        for (var first = true; first || pattern[at] != ']'; first = false)
        {
            if (pattern[at] == '\\')
            {
                at += 2;
            }
            else if (pattern[at] == '-' && pattern[at + 1] == '[')
            {
                at += 2;
                SkipSet(pattern, ref at);
            }
            else
            {
                at++;
            }
        }

        at++;
    }

    private static ExpressionShape Repeated(ExpressionShape one, string pattern, ref int at)
    {
        if (at == pattern.Length)
            return one;
        switch (pattern[at])
        {
            case '*' or '?':
                one = new(0, one.Choices + 1, one.Size);
                at++;
                break;
            case '+':
                one = one with { Choices = one.Choices + 1 };
                at++;
                break;
            case '{' when Counts(pattern, at) is var (least, most, end):
                one = new(
                    Math.Min(Most, one.Shortest * least), Math.Min(Most, (one.Choices * Math.Max(1, most)) + (most == least ? 0 : 1)),
                    Math.Min(Most, one.Size * Math.Max(1, most)));
                at = end;
                break;
            default:
                return one;
        }

        if (at < pattern.Length && pattern[at] == '?')
            at++;
        return one;
    }

    /// <summary><c>{3}</c>, <c>{3,}</c>, <c>{3,5}</c>; null where the brace is a brace.</summary>
    private static (long Least, long Most, int End)? Counts(string pattern, int at)
    {
        var end = pattern.IndexOf('}', at);
        if (end < 0)
            return null;
        var inner = pattern.AsSpan(at + 1, end - at - 1);
        var comma = inner.IndexOf(',');
        var first = comma < 0 ? inner : inner[..comma];
        if (!long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var least))
            return null;
        if (comma < 0)
            return (least, least, end + 1);
        if (comma == inner.Length - 1)
            return (least, least + 1, end + 1);
        return long.TryParse(inner[(comma + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? (least, most, end + 1) : null;
    }
}
