namespace MultiLine.Domain.Policy;

/// <summary>What a rule does with a message that it finds something in, from the mildest to the strictest.</summary>
public enum PolicyAction
{
    /// <summary>It goes on as it is, and is marked.</summary>
    Flag,

    /// <summary>It goes on with a mark in the place of each find.</summary>
    Redact,

    /// <summary>It does not go out, or is not shown.</summary>
    Block,
}
