using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Storage.Log;

namespace MultiLine.Storage.Conversations;

/// <summary>One step to be written: the events of a decision and what belongs to them.</summary>
/// <param name="Events">At least one.</param>
public sealed record JournalEntry(IReadOnlyList<ConversationEvent> Events)
{
    /// <summary>Contents by commitment. Only those that an event commits to are stored.</summary>
    public IReadOnlyCollection<SaltedContent> Contents { get; init; } = [];

    /// <summary>The person's request that leads to this step, to be taken once.</summary>
    public ClaimedRequest? Request { get; init; }

    /// <summary>The person's request that policy keeps from going out in this step, to be recorded once.</summary>
    public ClaimedRequest? Blocked { get; init; }
}

/// <param name="Organization">With <paramref name="Person"/> the scope.</param>
/// <param name="Person">Who asks.</param>
/// <param name="Key">The idempotency key.</param>
public sealed record ClaimedRequest(string Organization, string Person, string Key);

/// <summary>What a person's request led to when it was taken: all there is to compare a repetition with.</summary>
/// <param name="Event">The message that was accepted, or queued again.</param>
/// <param name="Asked">The newest opt-in request up to there; null where there is none among the events right before it.</param>
/// <param name="Content">What the message says; null if it was disposed of.</param>
public sealed record TakenRequest(ConversationEvent Event, ConsentAsked? Asked, MessageContent? Content);

/// <summary>What came of writing a step.</summary>
public abstract record JournalResult
{
    private JournalResult() { }

    /// <summary>Durable; the conversation now stands like this.</summary>
    public sealed record Written(LoadedConversation Conversation) : JournalResult;

    /// <summary>Another activation wrote first.</summary>
    public sealed record Stale : JournalResult;

    /// <summary>It had been taken before, by this event.</summary>
    public sealed record Duplicate(ClaimHolder Holder) : JournalResult;
}
