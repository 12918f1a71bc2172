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

    /// <summary>The place of the follower's newest mark, and of the newest event of all.</summary>
    Task<FollowerHead> HeadAsync(string follower, CancellationToken cancellationToken = default);

    /// <summary>Takes the mark away unless it has risen since it was read.</summary>
    Task ClearAsync(string follower, FollowerMark mark, CancellationToken cancellationToken = default);

    /// <summary>The same for many marks in one step.</summary>
    Task ClearAsync(string follower, IReadOnlyCollection<FollowerMark> marks, CancellationToken cancellationToken = default);

    /// <summary>Every follower that has marks.</summary>
    Task<IReadOnlyList<string>> FollowersAsync(CancellationToken cancellationToken = default);

    /// <summary>How far each follower that has marks is behind, by name.</summary>
    /// <param name="late">Marks from before this time are counted as late.</param>
    /// <param name="cancellationToken">Of who asks.</param>
    Task<IReadOnlyList<FollowerLag>> LagsAsync(DateTimeOffset late, CancellationToken cancellationToken = default);

    /// <summary>Marks of all followers from before a time, oldest first.</summary>
    Task<IReadOnlyList<LateMark>> ReadLateAsync(DateTimeOffset late, int limit, CancellationToken cancellationToken = default);

    /// <summary>The follower's mark on one conversation, or null.</summary>
    Task<FollowerMark?> FindAsync(string follower, ConversationKey conversation, CancellationToken cancellationToken = default);
}

/// <summary>The follower has to have read this conversation up to this version.</summary>
/// <param name="Conversation">Which one.</param>
/// <param name="Version">Up to which version.</param>
/// <param name="Place">Orders the follower's marks by age; kept while the mark rises, and no two have the same.</param>
public sealed record FollowerMark(ConversationKey Conversation, long Version, long Place);

/// <param name="Mark">The place of the follower's newest mark; 0 if it has none.</param>
/// <param name="Log">The place of the newest event of all conversations; 0 if there is none. Whoever reads all its marks now has followed up to it.</param>
public sealed record FollowerHead(long Mark, long Log);

/// <param name="Follower">Who is behind.</param>
/// <param name="Conversations">In how many conversations.</param>
/// <param name="Late">In how many of them since before the time that was asked for.</param>
/// <param name="Since">When what it has not read was recorded, in the conversation where that is longest ago.</param>
public sealed record FollowerLag(string Follower, int Conversations, int Late, DateTimeOffset Since);

/// <param name="Follower">Who is behind.</param>
/// <param name="Mark">Where.</param>
/// <param name="Since">When the step that left it behind was recorded.</param>
public sealed record LateMark(string Follower, FollowerMark Mark, DateTimeOffset Since);
