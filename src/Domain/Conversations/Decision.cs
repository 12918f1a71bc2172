using System.Collections.Immutable;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Conversations;

/// <summary>
/// What a command leads to. A refused command may still have events: a send after the end of the session is refused and records that
/// the session is closed.
/// </summary>
/// <param name="Events">To be appended, in order.</param>
/// <param name="Refusal">Why the command is not carried out, or null.</param>
public sealed record Decision(ImmutableArray<ConversationEvent> Events, Refusal? Refusal = null)
{
    /// <summary>
    /// What would have been sent too, had the command brought it. Few messages need an answer of ours, so it is prepared only for those: who
    /// can get it decides again with it.
    /// </summary>
    public Answers Lacks { get; init; }

    /// <summary>Nothing to do.</summary>
    public static Decision Nothing { get; } = new([]);
}
