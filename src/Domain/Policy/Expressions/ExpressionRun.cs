using System.Buffers;
using System.Runtime.CompilerServices;

namespace MultiLine.Domain.Policy.Expressions;

/// <summary>
/// One expression on its way through one text. It goes back in the text, as .NET's usual engine does, and so finds the same; but what was
/// tried at a place without success is never tried there again, wherever the match began.
/// </summary>
internal ref struct ExpressionRun
{
    private const int FirstRent = 256;

    private readonly ReadOnlySpan<char> _text;
    private readonly ExpressionProgram _program;

    /// <summary>A bit for each step with a mark that was tried at a place, place by place. Rented once a match may begin somewhere.</summary>
    private ulong[]? _tried;

    /// <summary>The other steps of choices, each with its place, the newest last.</summary>
    private (int Step, int Place)[] _open = [];

    public ExpressionRun(ExpressionProgram program, ReadOnlySpan<char> text)
    {
        _program = program;
        _text = text;
    }

    /// <summary>Finds the next match from there on that has a unit.</summary>
    public bool TryNext(int from, out int start, out int end)
    {
        for (start = _program.NextStart(_text, from); start >= 0; start = _program.NextStart(_text, start + 1))
        {
            end = EndOf(start);
            if (end > start)
                return true;
        }

        end = start;
        return false;
    }

    public readonly void Dispose()
    {
        if (_tried is null)
            return;
        ArrayPool<ulong>.Shared.Return(_tried);
        ArrayPool<(int, int)>.Shared.Return(_open);
    }

    /// <summary>Where the match ends that begins there; -1 if none does. Compiled at once, so that the first text isn't slower.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int EndOf(int start)
    {
        if (_tried is null)
            Rent();
        var text = _text;
        var steps = _program.Steps;
        var tried = _tried.AsSpan();
        var marks = _program.Marks;
        var (at, place, open) = (_program.Start, start, 0);
        while (true)
        {
            ref readonly var step = ref steps[at];
            var goesOn = step.Mark < 0 || IsNew(tried, ((long)place * marks) + step.Mark);
            if (goesOn)
            {
                switch (step.Kind)
                {
                    case StepKind.Complete:
                        return place;
                    case StepKind.OneUnit:
                        goesOn = place < text.Length && text[place++] == step.Only;
                        break;
                    case StepKind.UnitOfSet:
                        goesOn = place < text.Length && step.Set!.Contains(text[place++]);
                        break;
                    case StepKind.Anchor:
                        goesOn = Anchors.IsAt(text, place, step.Anchor);
                        break;
                    default:
                        if (open == _open.Length)
                            Grow();
                        _open[open++] = (step.Other, place);
                        break;
                }
            }

            if (goesOn)
                at = step.Next;
            else if (open == 0)
                return -1;
            else
                (at, place) = _open[--open];
        }
    }

    private static bool IsNew(Span<ulong> tried, long mark)
    {
        ref var there = ref tried[(int)(mark >> 6)];
        var bit = 1UL << (int)mark;
        if ((there & bit) != 0)
            return false;
        there |= bit;
        return true;
    }

    private void Rent()
    {
        var words = (int)((((_text.Length + 1L) * _program.Marks) >> 6) + 1);
        _tried = ArrayPool<ulong>.Shared.Rent(words);
        _tried.AsSpan(0, words).Clear();
        _open = ArrayPool<(int, int)>.Shared.Rent(FirstRent);
    }

    private void Grow()
    {
        var larger = ArrayPool<(int, int)>.Shared.Rent(_open.Length * 2);
        _open.CopyTo(larger, 0);
        ArrayPool<(int, int)>.Shared.Return(_open);
        _open = larger;
    }
}
