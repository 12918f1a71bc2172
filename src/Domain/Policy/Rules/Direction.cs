namespace MultiLine.Domain.Policy.Rules;

/// <summary>Which way a message goes, seen from the organisation.</summary>
public enum Direction
{
    Out,
    In,
    Both,
}
