using MultiLine.Domain;

namespace MultiLine.Storage.Followers;

/// <summary>
/// What each follower of the logs (an archive shard, an inbox) has still to read. A row is written with the append, so that a
/// crash before the stream told anybody loses nothing.
/// </summary>
public interface IFollowerMarks
{
    /// <summary>Conversations in which the follower may be behind, oldest mark first, behind a place.</summary>
    Task<IReadOnlyList<FollowerMark>> ReadAsync(string follower, long afterPlace, int limit, CancellationToken cancellationToken = default);

    /// <summary>The place of the follower's newest mark; 0 if it has none.</summary>
    Task<long> HeadAsync(string follower, CancellationToken cancellationToken = default);

    /// <summary>Takes the mark away unless it has risen since it was read.</summary>
    Task ClearAsync(string follower, FollowerMark mark, CancellationToken cancellationToken = default);

    /// <summary>Every follower that has marks.</summary>
    Task<IReadOnlyList<string>> FollowersAsync(CancellationToken cancellationToken = default);
}

/// <summary>The follower has to have read this conversation up to this version.</summary>
/// <param name="Conversation">Which one.</param>
/// <param name="Version">Up to which version.</param>
/// <param name="Place">Orders the follower's marks by age; kept while the mark rises, and no two have the same.</param>
public sealed record FollowerMark(ConversationKey Conversation, long Version, long Place);
