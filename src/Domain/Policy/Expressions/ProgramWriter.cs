namespace MultiLine.Domain.Policy.Expressions;

/// <summary>Writes the steps of an expression, the last ones first, so that each knows the one that comes after it.</summary>
internal sealed class ProgramWriter
{
    private readonly List<Step> _steps = [new() { Kind = StepKind.Complete }];

    public Step[] ToArray() => [.. _steps];

    /// <returns>The step with which the expression begins.</returns>
    public int Write(ExpressionNode expression) => Write(expression, next: 0);

    private int Write(ExpressionNode node, int next) => node switch
    {
        ExpressionNode.Unit unit => Add(
            new() { Kind = unit.Set.Count == 1 ? StepKind.OneUnit : StepKind.UnitOfSet, Next = next, Set = unit.Set, Only = unit.Set.First }),
        ExpressionNode.Anchor anchor => Add(new() { Kind = StepKind.Anchor, Next = next, Anchor = anchor.Kind }),
        ExpressionNode.Sequence sequence => Write(sequence, next),
        ExpressionNode.Alternatives alternatives => Write(alternatives, next),
        ExpressionNode.Repetition repetition => Write(repetition, next),
        _ => throw new InvalidOperationException($"There are no steps for {node}."),
    };

    private int Write(ExpressionNode.Sequence sequence, int next)
    {
        for (var i = sequence.Parts.Length - 1; i >= 0; i--)
            next = Write(sequence.Parts[i], next);
        return next;
    }

    private int Write(ExpressionNode.Alternatives alternatives, int next)
    {
        var begin = Write(alternatives.Options[^1], next);
        for (var i = alternatives.Options.Length - 2; i >= 0; i--)
            begin = Add(new() { Kind = StepKind.Choice, Next = Write(alternatives.Options[i], next), Other = begin });
        return begin;
    }

    private int Write(ExpressionNode.Repetition repetition, int next)
    {
        var (begin, sure) = (next, repetition.LeastTimes);
        if (repetition.MostTimes is { } most)
        {
            for (var i = sure; i < most; i++)
                begin = Add(Choice(repetition, Write(repetition.Part, begin), next));
        }
        else
        {
            var choice = Add(new() { Kind = StepKind.Choice });
            var again = Write(repetition.Part, choice);
            _steps[choice] = Choice(repetition, again, next);
            (begin, sure) = sure == 0 ? (choice, 0) : (again, sure - 1);
        }

        for (; sure > 0; sure--)
            begin = Write(repetition.Part, begin);
        return begin;
    }

    private static Step Choice(ExpressionNode.Repetition repetition, int again, int next) => repetition.IsLazy
        ? new() { Kind = StepKind.Choice, Next = next, Other = again }
        : new() { Kind = StepKind.Choice, Next = again, Other = next };

    private int Add(in Step step)
    {
        _steps.Add(step);
        return _steps.Count - 1;
    }
}
