using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using MultiLine.Domain.Policy.Rules;

namespace MultiLine.Domain.Policy.Expressions;

/// <summary>
/// A regular expression on .NET's engine that doesn't go back in the text: its time is linear in the text. Immutable.
/// Source: https://learn.microsoft.com/dotnet/standard/base-types/regular-expression-options#nonbacktracking-mode
/// </summary>
internal sealed class LinearExpression
{
    /// <summary>
    /// So many places are found in one text; from the last of them on the rest of the text counts as found. Each search can take as long as
    /// the rest of the text, so that without an end all of them could take as long as its square.
    /// </summary>
    public const int MostHits = 64;

    /// <summary>
    /// More of them in one expression could make an automaton with so many states at once that a text takes more than 1 ms per kB.
    /// </summary>
    public const int MostChoices = 48;

    /// <summary>How long an expression may be with each counted repetition written out.</summary>
    public const int MostSize = 2_000;

    private static readonly SearchValues<char> OptionLetters = SearchValues.Create("imnsx-");

    private readonly Regex _regex;

    private LinearExpression(Regex regex) => _regex = regex;

    /// <param name="pattern">What somebody has written.</param>
    /// <param name="expression">Ready to search.</param>
    /// <param name="refusal">What is wrong with it, and where: a clause without its subject and full stop.</param>
    public static bool TryCreate(string pattern, [NotNullWhen(true)] out LinearExpression? expression, [NotNullWhen(false)] out string? refusal)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        expression = null;
        refusal = pattern.Length switch
        {
            0 => "is empty",
            > PolicyLimits.ExpressionLength => string.Create(
                CultureInfo.InvariantCulture, $"has {pattern.Length} characters; {PolicyLimits.ExpressionLength} are the most"),
            _ => null,
        };
        if (refusal is not null)
            return false;
        try
        {
            var regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            refusal = Unsuitable(ExpressionShape.Of(pattern), pattern);
            expression = refusal is null ? new(regex) : null;
        }
        catch (RegexParseException malformed)
        {
            refusal = $"can't be read: {Reason(malformed)}";
        }
        catch (NotSupportedException)
        {
            refusal = UnsupportedConstruct.Find(pattern) ?? Unsuitable(ExpressionShape.Of(pattern), pattern) ?? "is too large for the linear-time engine";
        }

        return expression is not null;
    }

    /// <summary>Adds each place; none overlaps another.</summary>
    public void Find<TTarget>(ReadOnlySpan<char> text, ref TTarget target)
        where TTarget : struct, ISpanTarget, allows ref struct
    {
        var left = MostHits;
        foreach (var match in _regex.EnumerateMatches(text))
        {
            if (--left == 0)
            {
                target.Add(match.Index, text.Length);
                return;
            }

            if (match.Length > 0)
                target.Add(match.Index, match.Index + match.Length);
        }
    }

    private static string? Unsuitable(ExpressionShape shape, string pattern) =>
        HasIgnoredWhiteSpace(pattern) ? "has the option x; write it without white space and comments instead"
        : shape.Shortest == 0 ? "matches the empty text, so it would be found everywhere"
        : shape.Choices > MostChoices ? string.Create(
            CultureInfo.InvariantCulture,
            $"has {shape.Choices} sets, alternatives and quantifiers, counted repetitions written out; {MostChoices} are the most")
        : shape.Size > MostSize ? string.Create(
            CultureInfo.InvariantCulture, $"has {shape.Size} characters with its counted repetitions written out; {MostSize} are the most")
        : null;

    private static bool HasIgnoredWhiteSpace(string pattern)
    {
        for (var at = pattern.IndexOf("(?", StringComparison.Ordinal); at >= 0; at = pattern.IndexOf("(?", at + 2, StringComparison.Ordinal))
        {
            var options = pattern.AsSpan(at + 2);
            var end = options.IndexOfAnyExcept(OptionLetters);
            if (end > 0 && options[end] is ':' or ')' && options[..end].Contains('x'))
                return true;
        }

        return false;
    }

    /// <summary>The exception's own words, without the pattern that they repeat.</summary>
    private static string Reason(RegexParseException malformed)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"at offset {malformed.Offset}. ");
        var reason = malformed.Message.LastIndexOf(at, StringComparison.Ordinal);
        var words = reason < 0 ? malformed.Error.ToString() : malformed.Message[(reason + at.Length)..].TrimEnd('.');
        return string.Create(CultureInfo.InvariantCulture, $"{words} at character {malformed.Offset}");
    }
}

/// <summary>Is handed the places at which an expression was found.</summary>
internal interface ISpanTarget
{
    void Add(int start, int end);
}
