using System.Buffers;

namespace MultiLine.Domain.Policy.Expressions;

/// <summary>
/// An expression as steps, each counted repetition written out (Thompson's construction). Whoever runs it tries each step at most once at each
/// place of a text, so that a text takes no longer than its length and <see cref="MostStepsAtOnce"/> allow, and the first text no longer than
/// others. Immutable.
/// Source: https://swtch.com/~rsc/regexp/regexp2.html
/// </summary>
internal sealed class ExpressionProgram
{
    /// <summary>First units that are so few are searched for with vector instructions.</summary>
    private const int MostSearched = 128;

    private const int BitsOfWord = 64;

    private readonly Step[] _steps;
    private readonly UnitSet _first;
    private readonly SearchValues<char>? _fewFirst;

    private ExpressionProgram(Step[] steps, int start)
    {
        (_steps, Start, Marks) = (steps, start, Mark(steps, start));
        var begin = Reached(start);
        _first = UnitSet.Union(steps.Where((step, place) => step.Set is not null && IsIn(begin, place)).Select(step => step.Set!).Distinct());
        _fewFirst = _first.Count <= MostSearched ? SearchValues.Create([.. _first.Units()]) : null;
        MostStepsAtOnce = CountMostAtOnce(begin);
    }

    public ReadOnlySpan<Step> Steps => _steps;

    /// <summary>The first step.</summary>
    public int Start { get; }

    /// <summary>How many steps have a mark.</summary>
    public int Marks { get; }

    /// <summary>How many steps can be tried at one place of a text at the most, whatever the text.</summary>
    public int MostStepsAtOnce { get; }

    public static ExpressionProgram Of(ExpressionNode expression)
    {
        var writer = new ProgramWriter();
        var start = writer.Write(expression);
        return new ExpressionProgram(writer.ToArray(), start);
    }

    /// <summary>The next place from there on at which a match may begin; -1 if there is none.</summary>
    public int NextStart(ReadOnlySpan<char> text, int from)
    {
        if (_fewFirst is not null)
            return text[from..].IndexOfAny(_fewFirst) is >= 0 and var next ? from + next : -1;
        for (; from < text.Length; from++)
        {
            if (_first.Contains(text[from]))
                return from;
        }

        return -1;
    }

    /// <summary>Gives a mark to each step that is a choice or to which several ways lead: all others are tried no more often than those before them.</summary>
    /// <returns>How many have one.</returns>
    private static int Mark(Step[] steps, int start)
    {
        var ways = new int[steps.Length];
        ways[start]++;
        foreach (ref readonly var step in steps.AsSpan())
        {
            ways[step.Next]++;
            if (step.Kind == StepKind.Choice)
                ways[step.Other]++;
        }

        var marks = 0;
        for (var i = 0; i < steps.Length; i++)
            steps[i].Mark = steps[i].Kind == StepKind.Choice || (ways[i] > 1 && steps[i].Kind != StepKind.Complete) ? marks++ : Step.NoMark;
        return marks;
    }

    /// <summary>
    /// At a place are tried the steps with which a match begins, and those behind each step that the unit before matches. Units between two of which no
    /// set begins match the same.
    /// </summary>
    private int CountMostAtOnce(ulong[] begin)
    {
        var most = Count(begin);
        var behind = new ulong[]?[_steps.Length];
        foreach (var unit in _steps.Where(step => step.Set is not null).Select(step => step.Set!).Distinct().SelectMany(set => set.Begins()).Distinct())
        {
            var tried = (ulong[])begin.Clone();
            foreach (ref readonly var step in _steps.AsSpan())
            {
                if (step.Set?.Contains(unit) == true)
                    Add(behind[step.Next] ??= Reached(step.Next), tried);
            }

            most = Math.Max(most, Count(tried));
        }

        return most;
    }

    /// <summary>A bit for the step, and for each to which it leads without a unit.</summary>
    private ulong[] Reached(int from)
    {
        var reached = new ulong[(_steps.Length + BitsOfWord - 1) / BitsOfWord];
        var open = new Stack<int>([from]);
        while (open.TryPop(out var place))
        {
            if (IsIn(reached, place))
                continue;
            reached[place / BitsOfWord] |= 1UL << place;
            if (_steps[place].IsFree)
                open.Push(_steps[place].Next);
            if (_steps[place].Kind == StepKind.Choice)
                open.Push(_steps[place].Other);
        }

        return reached;
    }

    private static bool IsIn(ulong[] places, int place) => (places[place / BitsOfWord] >> place & 1) != 0;

    private static void Add(ulong[] places, ulong[] to)
    {
        for (var i = 0; i < to.Length; i++)
            to[i] |= places[i];
    }

    private static int Count(ulong[] places) => places.Sum(System.Numerics.BitOperations.PopCount);
}
