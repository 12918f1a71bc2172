using System.Runtime.InteropServices;

namespace MultiLine.Domain.Policy.Expressions;

/// <summary>One step of an <see cref="ExpressionProgram"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Step
{
    public const int NoMark = -1;

    public StepKind Kind;

    /// <summary>The step that comes after it; of a choice the one that is tried first.</summary>
    public int Next;

    /// <summary>Of a choice, the step that is tried where nothing comes of the first.</summary>
    public int Other;

    /// <summary>Which bit says that it was tried at a place; <see cref="NoMark"/> where a single way leads to it.</summary>
    public int Mark;

    public AnchorKind Anchor;

    /// <summary>Of <see cref="StepKind.OneUnit"/>.</summary>
    public char Only;

    /// <summary>Of <see cref="StepKind.UnitOfSet"/> and <see cref="StepKind.OneUnit"/>.</summary>
    public UnitSet? Set;

    /// <summary>Goes on to the next step without a unit of the text.</summary>
    public readonly bool IsFree => Kind is StepKind.Anchor or StepKind.Choice;
}

internal enum StepKind
{
    Complete,

    OneUnit,

    UnitOfSet,

    Anchor,

    Choice,
}
