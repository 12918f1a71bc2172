using MultiLine.Domain;

namespace MultiLine.Storage.Search;

/// <summary>
/// Which messages of the archive have which tokens. A token is a hash under the organisation's search key (<see cref="SearchTokens"/>):
/// the index tells nothing of what a message says. Disposal of a message's content takes it out.
/// </summary>
public interface ISearchIndex
{
    /// <summary>Up to which entry of the shard's ledger the index has come; 0 at first.</summary>
    Task<long> PlaceAsync(string shard, CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds what the entries between two places of a shard say, all or none, and moves the place. False, and nothing is done, if the
    /// place isn't where it is expected: somebody else has added them.
    /// </summary>
    /// <param name="after">Where the place is expected.</param>
    /// <param name="through">Where it is then; above <paramref name="after"/>.</param>
    /// <exception cref="InvalidOperationException">A message is not in the log.</exception>
    Task<bool> AddAsync(
        string shard, long after, long through, IReadOnlyList<IndexedMessage> messages, CancellationToken cancellationToken = default);

    /// <summary>The newest messages that have all of the tokens, newest first.</summary>
    Task<IReadOnlyList<FoundMessage>> FindAsync(IndexQuery query, CancellationToken cancellationToken = default);

    /// <summary>The organisation's sealed search key: the one that is there, or else this one.</summary>
    Task<byte[]> KeepKeyAsync(string organization, byte[] sealedKey, CancellationToken cancellationToken = default);

    /// <summary>The organisation's sealed search key; null if it has none yet.</summary>
    Task<byte[]?> FindKeyAsync(string organization, CancellationToken cancellationToken = default);
}

/// <param name="Conversation">Whose event says it.</param>
/// <param name="Version">Of the event.</param>
/// <param name="Tokens">Each once, as <see cref="SearchTokens"/> makes them; at least one.</param>
public sealed record IndexedMessage(ConversationKey Conversation, long Version, IReadOnlyCollection<string> Tokens)
{
    /// <summary>What it says is content: where that was disposed of meanwhile, the message is left out.</summary>
    public bool HasContent { get; init; }
}

/// <param name="All">At least one; a message has to have all of them.</param>
public sealed record IndexQuery(IReadOnlyCollection<string> All)
{
    /// <summary>A message has to have one of these, where there are any.</summary>
    public IReadOnlyCollection<string> AnyOf { get; init; } = [];

    /// <summary>A message may have none of these.</summary>
    public IReadOnlyCollection<string> None { get; init; } = [];

    /// <summary>Only what was recorded at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only what was recorded before this time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only what lies before this <see cref="FoundMessage.Place"/>: where the last page ended.</summary>
    public long Before { get; init; } = long.MaxValue;

    public required int Limit { get; init; }
}

/// <param name="Place">Among all messages; newer ones have higher places.</param>
/// <param name="RecordedAt">When the event was recorded.</param>
/// <param name="Content">What it says, as it is sealed in the log; null where it says nothing, or where that was disposed of.</param>
public sealed record FoundMessage(long Place, ConversationKey Conversation, long Version, DateTimeOffset RecordedAt, byte[]? Content);
