namespace MultiLine.Domain.Conversations;

/// <summary>What we answer a contact's message with by ourselves.</summary>
[Flags]
public enum Answers
{
    None = 0,

    /// <summary>The opt-in request.</summary>
    OptIn = 1,

    /// <summary>The confirmation of STOP.</summary>
    StopConfirmation = 2,
}
