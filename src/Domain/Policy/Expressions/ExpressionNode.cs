using System.Collections.Immutable;

namespace MultiLine.Domain.Policy.Expressions;

/// <summary>A part of an expression that was read.</summary>
internal abstract record ExpressionNode
{
    /// <summary>No count is higher; larger ones are as good as this one.</summary>
    private const long Most = 1_000_000;

    /// <summary>Matches between any two units.</summary>
    public static Sequence Nothing { get; } = new([]);

    /// <summary>The shortest text that it can match, in UTF-16 units.</summary>
    public abstract long Shortest { get; }

    /// <summary>How many steps it has where each counted repetition is written out: units, anchors, and places at which it can go on in two ways.</summary>
    public abstract long Size { get; }

    /// <summary>One UTF-16 unit of a set.</summary>
    internal sealed record Unit(UnitSet Set) : ExpressionNode
    {
        public override long Shortest => 1;

        public override long Size => 1;
    }

    /// <summary>A place, and no unit.</summary>
    internal sealed record Anchor(AnchorKind Kind) : ExpressionNode
    {
        public override long Shortest => 0;

        public override long Size => 1;
    }

    /// <summary>One behind the other.</summary>
    internal sealed record Sequence(ImmutableArray<ExpressionNode> Parts) : ExpressionNode
    {
        public override long Shortest { get; } = Math.Min(Most, Parts.Sum(part => part.Shortest));

        public override long Size { get; } = Math.Min(Most, Parts.Sum(part => part.Size));
    }

    /// <summary>The first of them with which the whole matches.</summary>
    internal sealed record Alternatives(ImmutableArray<ExpressionNode> Options) : ExpressionNode
    {
        public override long Shortest { get; } = Options.Min(option => option.Shortest);

        public override long Size { get; } = Math.Min(Most, Options.Sum(option => option.Size) + Options.Length - 1);
    }

    /// <summary>The same several times.</summary>
    /// <param name="Part">What is repeated.</param>
    /// <param name="LeastTimes">So often at least.</param>
    /// <param name="MostTimes">So often at most; null without an end.</param>
    /// <param name="IsLazy">As seldom as will do, rather than as often as possible.</param>
    internal sealed record Repetition(ExpressionNode Part, int LeastTimes, int? MostTimes, bool IsLazy) : ExpressionNode
    {
        public override long Shortest { get; } = Math.Min(Most, Part.Shortest * LeastTimes);

        public override long Size { get; } = Math.Min(
            Most, MostTimes is { } most ? (Part.Size * most) + most - LeastTimes : (Part.Size * Math.Max(1, LeastTimes)) + 1);
    }
}

/// <summary>At which places an anchor matches.</summary>
internal enum AnchorKind
{
    /// <summary><c>\A</c>, and <c>^</c> without the option <c>m</c>.</summary>
    TextBegin,

    /// <summary><c>\z</c>.</summary>
    TextEnd,

    /// <summary><c>\Z</c>, and <c>$</c> without the option <c>m</c>: also before a line feed that ends the text.</summary>
    LastLineEnd,

    /// <summary><c>^</c> with the option <c>m</c>.</summary>
    LineBegin,

    /// <summary><c>$</c> with the option <c>m</c>.</summary>
    LineEnd,

    /// <summary><c>\b</c>.</summary>
    WordEdge,

    /// <summary><c>\B</c>.</summary>
    NoWordEdge,
}
