using System.Collections.Immutable;
using MultiLine.Domain;

namespace MultiLine.Storage.Inbox;

/// <summary>
/// The inbox of a line: a summary per thread and the line's feed, in which each applied event has a place, so that a client that
/// lost its connection can go on from where it was.
/// </summary>
public interface IThreadStore
{
    /// <summary>The summary of one thread, or null.</summary>
    Task<ThreadRow?> FindAsync(string line, string contact, CancellationToken cancellationToken = default);

    /// <summary>The summaries of those of these threads that there are, by contact.</summary>
    Task<IReadOnlyDictionary<string, ThreadRow>> FindAsync(
        string line, IReadOnlyCollection<string> contacts, CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces summaries and appends to the feed, all or none. False if a thread does not stand at the version that was expected.
    /// Each thread at most once among the changes.
    /// </summary>
    Task<bool> ApplyAsync(string line, IReadOnlyList<ThreadChange> changes, CancellationToken cancellationToken = default);

    /// <summary>Threads by last activity, newest first; those that the filter lets through, if one is given.</summary>
    Task<IReadOnlyList<ThreadRow>> ReadAsync(
        string line, ThreadCursor? after, int limit, ThreadFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Threads whose summary was made before the last disposal of their content, by contact.</summary>
    Task<IReadOnlyList<ThreadRow>> ReadOutdatedAsync(string line, int limit, CancellationToken cancellationToken = default);

    /// <summary>Feed entries above a cursor, in order.</summary>
    Task<IReadOnlyList<FeedEntry>> ReadFeedAsync(string line, long afterCursor, int limit, CancellationToken cancellationToken = default);

    /// <summary>The cursor of the newest feed entry; 0 if there is none.</summary>
    Task<long> FeedHeadAsync(string line, CancellationToken cancellationToken = default);
}

/// <param name="Contact">The contact's id.</param>
/// <param name="Version">Up to which version of the conversation the summary has followed.</param>
/// <param name="LastActivityAt">Sorts the inbox.</param>
/// <param name="Summary">JSON; sealed by whoever writes it where it holds text of a message.</param>
public sealed record ThreadRow(string Contact, long Version, DateTimeOffset LastActivityAt, byte[] Summary)
{
    /// <summary>The channels that the thread has had a message or a call on, each once.</summary>
    public ImmutableArray<Channel> Channels { get; init; } = [];

    /// <summary>
    /// How often content of the conversation had been disposed of when the row was read. A row that is written names those that its summary has
    /// taken in, by carrying on what was read before the content that the summary shows.
    /// </summary>
    public long Disposals { get; init; }

    /// <summary>The preview in the summary may be of content that was disposed of since.</summary>
    public bool IsOutdated { get; init; }
}

/// <summary>Which threads are wanted; null wants all.</summary>
/// <param name="Search">Looked for in the contact's name and phone number, as <see cref="Contacts.IContactStore.ReadAsync"/> does.</param>
/// <param name="Channel">The thread has had a message or a call on it.</param>
public sealed record ThreadFilter(string? Search, Channel? Channel);

/// <param name="ExpectedVersion">What the stored summary must have followed up to; 0 for a new thread.</param>
/// <param name="Row">The new summary.</param>
/// <param name="Feed">
/// The versions that enter the feed, in order; empty when only the summary changes (marked as read): then one entry with version
/// <see cref="FeedEntry.SummaryOnly"/> enters it.
/// </param>
public sealed record ThreadChange(long ExpectedVersion, ThreadRow Row, IReadOnlyList<long> Feed);

public sealed record ThreadCursor(DateTimeOffset LastActivityAt, string Contact);

/// <param name="Cursor">From 1, without gaps within the line.</param>
/// <param name="Contact">Whose conversation.</param>
/// <param name="Version">Which event of it; <see cref="SummaryOnly"/> for a change of the summary alone.</param>
public sealed record FeedEntry(long Cursor, string Contact, long Version)
{
    public const long SummaryOnly = 0;
}
