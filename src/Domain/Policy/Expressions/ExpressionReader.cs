using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MultiLine.Domain.Policy.Expressions;

/// <summary>
/// Reads an expression that .NET's parser accepts and its linear-time engine can do.
/// Source: https://learn.microsoft.com/dotnet/standard/base-types/regular-expression-language-quick-reference
/// </summary>
internal sealed class ExpressionReader
{
    private readonly string _pattern;
    private readonly Dictionary<(string, RegexOptions), UnitSet> _sets = [];
    private int _at;
    private RegexOptions _options;

    private ExpressionReader(string pattern) => _pattern = pattern;

    /// <exception cref="FormatException">It is read otherwise than .NET's parser reads it.</exception>
    public static ExpressionNode Read(string pattern)
    {
        var reader = new ExpressionReader(pattern);
        var whole = reader.Alternatives();
        return reader._at == pattern.Length ? whole : throw new FormatException($"The expression ends at character {reader._at}.");
    }

    private ExpressionNode Alternatives()
    {
        var options = ImmutableArray.CreateBuilder<ExpressionNode>();
        options.Add(Sequence());
        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            options.Add(Sequence());
        }

        return options.Count == 1 ? options[0] : new ExpressionNode.Alternatives(options.ToImmutable());
    }

    private ExpressionNode Sequence()
    {
        var parts = ImmutableArray.CreateBuilder<ExpressionNode>();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
            parts.Add(Repeated(Atom()));
        return parts.Count == 1 ? parts[0] : new ExpressionNode.Sequence(parts.ToImmutable());
    }

    private ExpressionNode Atom()
    {
        var start = _at;
        switch (_pattern[_at++])
        {
            case '(':
                return Group();
            case '[':
                SkipSet();
                return Unit(_pattern[start.._at]);
            case '\\':
                return Escaped(start);
            case '.':
                return Unit(".");
            case '^':
                return new ExpressionNode.Anchor(Has(RegexOptions.Multiline) ? AnchorKind.LineBegin : AnchorKind.TextBegin);
            case '$':
                return new ExpressionNode.Anchor(Has(RegexOptions.Multiline) ? AnchorKind.LineEnd : AnchorKind.LastLineEnd);
            default:
                return Unit(Regex.Escape(_pattern[start.._at]));
        }
    }

    private ExpressionNode.Unit Unit(string source)
    {
        var options = _options & (RegexOptions.IgnoreCase | RegexOptions.Singleline);
        if (!_sets.TryGetValue((source, options), out var set))
            _sets.Add((source, options), set = IsItself(source, options) ? UnitSet.Of(source[0]) : UnitSet.Of(source, options));
        return new ExpressionNode.Unit(set);
    }

    private static bool IsItself(string source, RegexOptions options) => source is [not '.'] && !options.HasFlag(RegexOptions.IgnoreCase);


    private ExpressionNode Group()
    {
        var outside = _options;
        if (_pattern[_at] == '?')
        {
            _at++;
            switch (_pattern[_at])
            {
                case '#':
                    _at = _pattern.IndexOf(')', _at) + 1;
                    return ExpressionNode.Nothing;
                case '<':
                    _at = _pattern.IndexOf('>', _at) + 1;
                    break;
                case '\'':
                    _at = _pattern.IndexOf('\'', _at + 1) + 1;
                    break;
                default:
                    ReadOptions();
                    // These hold to the end of the group around them.
                    if (_pattern[_at++] == ')')
                        return ExpressionNode.Nothing;
                    break;
            }
        }

        var inner = Alternatives();
        if (_at == _pattern.Length)
            throw new FormatException("A group has no end.");
        _at++;
        _options = outside;
        return inner;
    }

    private void ReadOptions()
    {
        for (var on = true; _pattern[_at] is not (':' or ')'); _at++)
        {
            var option = _pattern[_at] switch
            {
                'i' or 'I' => RegexOptions.IgnoreCase,
                'm' or 'M' => RegexOptions.Multiline,
                's' or 'S' => RegexOptions.Singleline,
                'n' or 'N' => RegexOptions.None,
                '-' or '+' => RegexOptions.None,
                var other => throw new FormatException($"There is no option {other}."),
            };
            on = _pattern[_at] switch { '-' => false, '+' => true, _ => on };
            _options = on ? _options | option : _options & ~option;
        }
    }

    private ExpressionNode Escaped(int start)
    {
        switch (_pattern[_at])
        {
            case 'b':
                return Anchor(AnchorKind.WordEdge);
            case 'B':
                return Anchor(AnchorKind.NoWordEdge);
            case 'A':
                return Anchor(AnchorKind.TextBegin);
            case 'z':
                return Anchor(AnchorKind.TextEnd);
            case 'Z':
                return Anchor(AnchorKind.LastLineEnd);
            default:
                SkipEscape();
                return Unit(_pattern[start.._at]);
        }
    }

    private ExpressionNode.Anchor Anchor(AnchorKind kind)
    {
        _at++;
        return new ExpressionNode.Anchor(kind);
    }

    /// <summary>From the character behind the backslash on.</summary>
    private void SkipEscape()
    {
        switch (_pattern[_at++])
        {
            case 'p' or 'P':
                _at = _pattern.IndexOf('}', _at) + 1;
                break;
            case 'x':
                _at += 2;
                break;
            case 'u':
                _at += 4;
                break;
            case 'c':
                _at++;
                break;
            case >= '0' and <= '7':
                for (var digits = 1; digits < 3 && _at < _pattern.Length && _pattern[_at] is >= '0' and <= '7'; digits++)
                    _at++;
                break;
        }
    }

    /// <summary>From behind the opening bracket on. A bracket in the first place is a member, and one behind a hyphen takes members away.</summary>
    private void SkipSet()
    {
        if (_pattern[_at] == '^')
            _at++;
        var inRange = false;
        for (var isFirst = true; ; isFirst = false)
        {
            var member = _pattern[_at++];
            if (member == ']' && !isFirst)
                return;
            var isEscaped = member == '\\';
            if (isEscaped)
            {
                var isClass = _pattern[_at] is 'd' or 'D' or 's' or 'S' or 'w' or 'W' or 'p' or 'P' or '-';
                SkipEscape();
                if (isClass)
                    continue;
            }
            else if (member == '[' && !inRange && _pattern.AsSpan(_at).StartsWith("::]"))
            {
                _at += 3;
            }

            if (inRange)
            {
                inRange = false;
                if (member == '[' && !isEscaped && !isFirst)
                    SkipSet();
            }
            else if (_pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                inRange = true;
                _at++;
            }
            else if (member == '-' && !isEscaped && !isFirst && _pattern[_at] == '[')
            {
                _at++;
                SkipSet();
            }
        }
    }

    private ExpressionNode Repeated(ExpressionNode part)
    {
        if (_at == _pattern.Length)
            return part;
        var (least, most) = (0, (int?)null);
        switch (_pattern[_at])
        {
            case '*':
                _at++;
                break;
            case '+':
                least = 1;
                _at++;
                break;
            case '?':
                most = 1;
                _at++;
                break;
            case '{' when Counts() is var (from, to, end):
                (least, most, _at) = (from, to, end);
                break;
            default:
                return part;
        }

        var isLazy = _at < _pattern.Length && _pattern[_at] == '?';
        if (isLazy)
            _at++;
        return new ExpressionNode.Repetition(part, least, most, isLazy);
    }

    /// <summary><c>{3}</c>, <c>{3,}</c>, <c>{3,5}</c>; null where the brace is a brace.</summary>
    private (int Least, int? Most, int End)? Counts()
    {
        var end = _pattern.IndexOf('}', _at);
        if (end < 0)
            return null;
        var inner = _pattern.AsSpan(_at + 1, end - _at - 1);
        var comma = inner.IndexOf(',');
        if (!IsCount(comma < 0 ? inner : inner[..comma], out var least))
            return null;
        if (comma < 0)
            return (least, least, end + 1);
        if (comma == inner.Length - 1)
            return (least, null, end + 1);
        return IsCount(inner[(comma + 1)..], out var most) ? (least, most, end + 1) : null;
    }

    private static bool IsCount(ReadOnlySpan<char> digits, out int count) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    private bool Has(RegexOptions option) => _options.HasFlag(option);
}
