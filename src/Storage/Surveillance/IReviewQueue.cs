using MultiLine.Domain;
using MultiLine.Domain.Surveillance;

namespace MultiLine.Storage.Surveillance;

/// <summary>The messages that compliance officers are to look at, and what they decided, as far as the ledger was followed.</summary>
public interface IReviewQueue
{
    /// <summary>Up to which entry of the shard's ledger it has come; 0 at first.</summary>
    Task<long> PlaceAsync(string shard, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes in what the entries between two places of a shard mean, all or nothing, and moves the place. False, and nothing is done, if the
    /// place isn't where it is expected: somebody else has been there.
    /// </summary>
    /// <param name="shard">Of the ledger.</param>
    /// <param name="after">Where the place is expected.</param>
    /// <param name="through">Where it is then; above <paramref name="after"/>.</param>
    /// <param name="news">What they mean.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">A message is not in the log.</exception>
    Task<bool> AddAsync(string shard, long after, long through, SurveillanceNews news, CancellationToken cancellationToken = default);

    /// <summary>The newest that fit, newest first.</summary>
    Task<IReadOnlyList<QueuedMessage>> ListAsync(QueueQuery query, CancellationToken cancellationToken = default);

    /// <summary>Those of an organisation at these places, in no order; what is not there is left out.</summary>
    Task<IReadOnlyList<QueuedMessage>> FindAsync(string organization, IReadOnlyCollection<long> places, CancellationToken cancellationToken = default);

    /// <summary>What was decided about a message, the oldest first.</summary>
    Task<IReadOnlyList<QueuedDecision>> DecisionsAsync(long place, CancellationToken cancellationToken = default);

    /// <summary>How many messages stand where.</summary>
    Task<IReadOnlyDictionary<ReviewState, long>> CountAsync(string organization, CancellationToken cancellationToken = default);
}

/// <summary>What a follower of the ledger makes of some of its entries.</summary>
public sealed record SurveillanceNews
{
    public IReadOnlyList<NewReview> Reviews { get; init; } = [];

    public IReadOnlyList<NewDecision> Decisions { get; init; } = [];

    public IReadOnlyList<NewNotice> Notices { get; init; } = [];
}

/// <param name="Conversation">Whose event holds the message.</param>
/// <param name="Version">Of the event.</param>
/// <param name="Author">The person of the firm who wrote it; null where nobody did.</param>
/// <param name="Cause">Why it is looked at.</param>
public sealed record NewReview(ConversationKey Conversation, long Version, string? Author, ReviewCause Cause);

/// <param name="Conversation">Whose event holds the message.</param>
/// <param name="Version">Of the event.</param>
/// <param name="Decision">What was decided.</param>
public sealed record NewDecision(ConversationKey Conversation, long Version, QueuedDecision Decision);

/// <param name="Organization">Whose rule it is, and whose the person is.</param>
/// <param name="Person">Who is told.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Conversation">Whose event holds the message.</param>
/// <param name="Version">Of the event.</param>
public sealed record NewNotice(string Organization, string Person, string Rule, ConversationKey Conversation, long Version);

/// <param name="Act">Its version among the organisation's acts.</param>
/// <param name="Outcome">What was decided.</param>
/// <param name="Person">Who decided.</param>
/// <param name="At">When.</param>
public sealed record QueuedDecision(long Act, ReviewOutcome Outcome, string Person, DateTimeOffset At);

/// <param name="Place">Among all messages; newer ones have higher places.</param>
/// <param name="RecordedAt">When the event was recorded.</param>
public sealed record QueuedMessage(
    long Place, ConversationKey Conversation, long Version, DateTimeOffset RecordedAt, string? Author, ReviewCause Cause, ReviewState State);

/// <summary>Which messages are asked for.</summary>
public sealed record QueueQuery(string Organization, ReviewState State)
{
    public ReviewCause? Cause { get; init; }

    public string? Line { get; init; }

    /// <summary>Only what this person wrote.</summary>
    public string? Author { get; init; }

    /// <summary>Only what lies before this <see cref="QueuedMessage.Place"/>: where the last page ended.</summary>
    public long Before { get; init; } = long.MaxValue;

    public required int Limit { get; init; }
}
