using MultiLine.Domain;

namespace MultiLine.Storage.Outbound;

/// <summary>Messages that wait to be sent, written by the appends of the log. First in, first out per conversation.</summary>
public interface IOutboundQueue
{
    /// <summary>
    /// The first waiting message of each conversation of this number, if it is due by <paramref name="now"/>, behind a place; oldest first.
    /// </summary>
    Task<IReadOnlyList<QueuedMessage>> ReadDueHeadsAsync(
        string number, DateTimeOffset now, long afterPlace, int limit, CancellationToken cancellationToken = default);

    /// <summary>Messages of this number with an open attempt whose outcome was to be known by <paramref name="now"/>; oldest first.</summary>
    Task<IReadOnlyList<QueuedMessage>> ReadOverdueAttemptsAsync(
        string number, DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>When the next message of this number that isn't due by <paramref name="now"/> becomes due, or null.</summary>
    Task<DateTimeOffset?> NextDueAsync(string number, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Makes due what this number keeps waiting though its wait is over by <see cref="StoredWait"/>: the clock was set back since it began.</summary>
    Task EndWaitsAsync(string number, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Every number with waiting messages, with how many and since when.</summary>
    Task<IReadOnlyList<QueueDepth>> DepthsAsync(CancellationToken cancellationToken = default);
}

/// <param name="Number"><c>org/channel/provider number id</c>.</param>
/// <param name="Conversation">Whose message it is.</param>
/// <param name="MessageId">The message.</param>
/// <param name="NotBefore">Due at this time.</param>
/// <param name="Place">Where it stands in the number's queue.</param>
public sealed record QueuedMessage(string Number, ConversationKey Conversation, string MessageId, DateTimeOffset NotBefore, long Place);

/// <param name="Number">The number.</param>
/// <param name="Waiting">How many messages wait, those with an open attempt among them.</param>
/// <param name="OldestNotBefore">When the oldest of them was or will be due.</param>
/// <param name="Attempting">How many of them have an open attempt.</param>
/// <param name="OldestSince">Since when the oldest of the others is in the queue, however often it was put off; null if there is none.</param>
public sealed record QueueDepth(string Number, int Waiting, DateTimeOffset OldestNotBefore, int Attempting, DateTimeOffset? OldestSince);
