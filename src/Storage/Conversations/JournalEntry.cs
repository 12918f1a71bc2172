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
}

/// <param name="Organization">With <paramref name="Person"/> the scope.</param>
/// <param name="Person">Who asks.</param>
/// <param name="Key">The idempotency key.</param>
/// <param name="Fingerprint">Hash of what is asked.</param>
public sealed record ClaimedRequest(string Organization, string Person, string Key, string Fingerprint);

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
