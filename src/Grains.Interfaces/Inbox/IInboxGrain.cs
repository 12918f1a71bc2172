using Orleans.Concurrency;

namespace MultiLine.Grains.Interfaces.Inbox;

/// <summary>The threads of a line with their unread counts, and its live feed. Follows the logs. Key: org/line.</summary>
[Alias("ml.IInboxGrain")]
public interface IInboxGrain : IGrainWithStringKey
{
    /// <summary>Reads from the logs whatever has not been followed yet.</summary>
    [Alias("CatchUp")]
    Task CatchUp();

    /// <summary>Threads by last activity, newest first. Null where the cursor is none of this list.</summary>
    [Alias("GetThreads")]
    Task<ThreadPage?> GetThreads(ThreadPageRequest request);

    /// <summary>One thread, or null if nothing was ever written in it.</summary>
    [Alias("GetThread")]
    Task<ThreadSummary?> GetThread(string contact);

    /// <summary>Messages up to this place count as read.</summary>
    [Alias("MarkRead")]
    Task MarkRead(string contact, long place);

    /// <summary>Makes the summaries anew that show something of content that was disposed of.</summary>
    [Alias("Refresh")]
    Task Refresh();

    /// <summary>
    /// Changes above a cursor, in order. Where there are none it waits for some, at most as long as given, and then answers with none.
    /// </summary>
    [Alias("GetChanges"), AlwaysInterleave]
    Task<ChangePage> GetChanges(long after, int limit, TimeSpan wait, CancellationToken cancellationToken = default);

    /// <summary>The cursor of the newest change.</summary>
    [Alias("GetCursor")]
    Task<long> GetCursor();
}

/// <param name="Cursor">As returned with the page before; null for the first.</param>
/// <param name="UnreadOnly">Only threads with unread messages.</param>
[GenerateSerializer, Immutable, Alias("ml.ThreadPageRequest")]
public sealed record ThreadPageRequest([property: Id(0)] string? Cursor, [property: Id(1)] int Limit, [property: Id(2)] bool UnreadOnly)
{
    /// <summary>Looked for in the contacts' names and phone numbers; null finds all.</summary>
    [Id(31)] public string? Search { get; init; }

    /// <summary>Only threads that have had a message or a call on it: whatsapp, sms, voice. Null finds all.</summary>
    [Id(32)] public string? Channel { get; init; }
}

[GenerateSerializer, Immutable, Alias("ml.ThreadPage")]
public sealed record ThreadPage([property: Id(0)] IReadOnlyList<ThreadSummary> Threads, [property: Id(1)] string? Cursor);

[GenerateSerializer, Immutable, Alias("ml.ThreadSummary")]
public sealed record ThreadSummary
{
    [Id(0)] public required string Contact { get; init; }

    /// <summary>Up to which version of the log the summary has followed.</summary>
    [Id(1)] public required long Version { get; init; }

    /// <summary>When a message was last received or accepted.</summary>
    [Id(2)] public required DateTimeOffset LastActivityAt { get; init; }

    /// <summary>Messages from the contact that nobody has read.</summary>
    [Id(3)] public required int Unread { get; init; }

    /// <summary>The newest message's text, shortened; null if it has none.</summary>
    [Id(4)] public string? Preview { get; init; }

    /// <summary>in or out.</summary>
    [Id(5)] public string? LastDirection { get; init; }

    [Id(6)] public string? LastStatus { get; init; }

    [Id(7)] public required string Channel { get; init; }

    /// <summary>The newest message's kind, by which one without text can be named: image, location, call …; withheld where policy keeps it back.</summary>
    [Id(8)] public string? LastKind { get; init; }

    /// <summary>The contact whose thread goes on in place of this one; such a thread is in no list.</summary>
    [Id(9)] public string? MergedInto { get; init; }
}

/// <summary>Something changed in a thread of the line.</summary>
/// <param name="Cursor">From 1, without gaps.</param>
/// <param name="Contact">Whose thread.</param>
/// <param name="Version">The event's version in the conversation; 0 where only the reading changed.</param>
/// <param name="Type">The event's name; <c>thread_read</c> where only the reading changed.</param>
/// <param name="MessageId">The message concerned, if one is.</param>
/// <param name="At">When; where only the reading changed, when the change was asked for.</param>
[GenerateSerializer, Immutable, Alias("ml.InboxChange")]
public sealed record InboxChange(
    [property: Id(0)] long Cursor,
    [property: Id(1)] string Contact,
    [property: Id(2)] long Version,
    [property: Id(3)] string Type,
    [property: Id(4)] string? MessageId,
    [property: Id(5)] DateTimeOffset At);

[GenerateSerializer, Immutable, Alias("ml.ChangePage")]
public sealed record ChangePage([property: Id(0)] IReadOnlyList<InboxChange> Changes, [property: Id(1)] long Cursor);
