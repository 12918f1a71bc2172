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

    /// <summary>
    /// What stands in this number's queue behind a place, due or not: a stretch of at most <paramref name="limit"/> messages. A message that comes
    /// later stands behind all that are there, also where the queue is empty: no place is given twice.
    /// </summary>
    Task<QueueStretch> ReadStretchAsync(string number, long afterPlace, int limit, CancellationToken cancellationToken = default);

    /// <summary>The first waiting message of this number of each of these conversations, due or not; oldest first.</summary>
    Task<IReadOnlyList<QueuedMessage>> ReadHeadsAsync(
        string number, IReadOnlyCollection<ConversationKey> conversations, CancellationToken cancellationToken = default);

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
/// <param name="Place">Where it stands in the number's queue. It keeps it while it is in it, and nobody has it before or after.</param>
public sealed record QueuedMessage(string Number, ConversationKey Conversation, string MessageId, DateTimeOffset NotBefore, long Place);

/// <param name="Heads">Those of its messages that are the first ones of their conversations; oldest first.</param>
/// <param name="End">The place of its last message, whether or not that is a head; where it began if there is none.</param>
/// <param name="IsLast">Whether nothing stood behind it.</param>
public sealed record QueueStretch(IReadOnlyList<QueuedMessage> Heads, long End, bool IsLast);

/// <param name="Number">The number.</param>
/// <param name="Waiting">How many messages wait, those with an open attempt among them.</param>
/// <param name="OldestNotBefore">When the oldest of them was or will be due.</param>
/// <param name="Attempting">How many of them have an open attempt.</param>
/// <param name="OldestSince">Since when the oldest of the others is in the queue, however often it was put off; null if there is none.</param>
public sealed record QueueDepth(string Number, int Waiting, DateTimeOffset OldestNotBefore, int Attempting, DateTimeOffset? OldestSince);
