using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using MultiLine.Domain.Policy.Rules;

namespace MultiLine.Domain.Policy.Expressions;

/// <summary>
/// A regular expression of .NET's syntax, without what can't be done in a time that is linear in the text, and known before the text is. .NET's own engine of
/// linear time (<see cref="RegexOptions.NonBacktracking"/>) builds its automaton while it reads, so that the first text made for it took 50 times as long as
/// is allowed; it only says here what is an expression. Immutable.
/// </summary>
internal sealed class LinearExpression
{
    /// <summary>
    /// So many places are found in one text; from the last of them on the rest of the text counts as found. Each search can take as long as
    /// the rest of the text, so that without an end all of them could take as long as its square.
    /// </summary>
    public const int MostHits = 64;

    /// <summary>More steps tried at each place of a text could make it take more than 1 ms per kB.</summary>
    public const int MostStepsAtOnce = 150;

    /// <summary>How many steps an expression may have with each counted repetition written out.</summary>
    public const int MostSteps = 2_000;

    private static readonly SearchValues<char> OptionLetters = SearchValues.Create("imnsxIMNSX+-");

    private readonly ExpressionProgram _program;

    private LinearExpression(ExpressionProgram program) => _program = program;

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
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            (expression, refusal) = Create(pattern);
        }
        catch (RegexParseException malformed)
        {
            refusal = $"can't be read: {Reason(malformed)}";
        }
        catch (FormatException)
        {
            refusal = "is written in a way that can't be searched for in linear time; write it more simply";
        }
        catch (NotSupportedException)
        {
            refusal = UnsupportedConstruct.Find(pattern) ?? Create(pattern).Refusal ?? "is too large for the linear-time engine";
        }

        return expression is not null;
    }

    /// <summary>Adds each place; none overlaps another.</summary>
    public void Find<TTarget>(ReadOnlySpan<char> text, ref TTarget target)
        where TTarget : struct, ISpanTarget, allows ref struct
    {
        using var run = new ExpressionRun(_program, text);
        var left = MostHits;
        for (var from = 0; run.TryNext(from, out var start, out var end); from = end)
        {
            if (--left == 0)
            {
                target.Add(start, text.Length);
                return;
            }

            target.Add(start, end);
        }
    }

    private static (LinearExpression? Expression, string? Refusal) Create(string pattern)
    {
        if (HasIgnoredWhiteSpace(pattern))
            return (null, "has the option x; write it without white space and comments instead");
        var node = ExpressionReader.Read(pattern);
        if (node.Shortest == 0)
            return (null, "matches the empty text, so it would be found everywhere");
        if (node.Size > MostSteps)
            return (null, Text($"has {node.Size} characters, sets, alternatives and quantifiers with its counted repetitions written out; {MostSteps} are the most"));
        var program = ExpressionProgram.Of(node);
        return program.MostStepsAtOnce > MostStepsAtOnce
            ? (null, Text($"can take {program.MostStepsAtOnce} steps for one character of a text; {MostStepsAtOnce} are the most: repeat less often, or have fewer alternatives that are alike"))
            : (new LinearExpression(program), null);
    }

    private static string Text(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);

    private static bool HasIgnoredWhiteSpace(string pattern)
    {
        for (var at = pattern.IndexOf("(?", StringComparison.Ordinal); at >= 0; at = pattern.IndexOf("(?", at + 2, StringComparison.Ordinal))
        {
            var options = pattern.AsSpan(at + 2);
            var end = options.IndexOfAnyExcept(OptionLetters);
            if (end > 0 && options[end] is ':' or ')' && options[..end].ContainsAny('x', 'X'))
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
