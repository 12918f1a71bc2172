using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Search;

/// <summary>An event that the archive's search finds: something that was said or tried.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Channel">On which it came or went.</param>
/// <param name="Inbound">The contact did it.</param>
public sealed record SearchableEvent(string MessageId, Channel Channel, bool Inbound)
{
    /// <summary>The person of the firm who wrote it.</summary>
    public string? Author { get; init; }

    /// <summary>What policy found in it; null where nothing.</summary>
    public PolicyMark? Policy { get; init; }

    /// <summary>What it says is content; otherwise nothing of it can be shown.</summary>
    public bool HasContent { get; init; } = true;

    /// <summary>Null for an event that says nothing by itself: statuses, attempts, sessions.</summary>
    public static SearchableEvent? Of(ConversationEvent e) => e switch
    {
        MessageReceived received => new(received.MessageId, received.Channel, Inbound: true) { Policy = received.Policy },
        MessageEdited edited => new(edited.MessageId, edited.Channel, Inbound: true) { Policy = edited.Policy },
        MessageEchoed echoed => new(echoed.MessageId, echoed.Channel, Inbound: false) { Policy = echoed.Policy },
        MessageAccepted accepted => new(accepted.MessageId, accepted.Channel, Inbound: false) { Author = accepted.Author, Policy = accepted.Policy },
        MessageBlocked blocked => new(blocked.MessageId, blocked.Channel, Inbound: false)
        {
            Author = blocked.Author, Policy = blocked.Policy, HasContent = false,
        },
        CallRecorded call => new(call.MessageId, call.Channel, call.Inbound),
        _ => null,
    };
}
