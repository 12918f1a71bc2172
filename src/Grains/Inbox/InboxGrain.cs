using System.Globalization;
using Microsoft.Extensions.Logging;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Inbox;
using MultiLine.Grains.Telemetry;
using MultiLine.Storage.Content;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Followers;
using MultiLine.Storage.Inbox;
using MultiLine.Storage.Log;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace MultiLine.Grains.Inbox;

/// <summary>
/// Follows the logs of a line's conversations. Reading the inbox catches up first, so that it shows whatever was answered for before.
/// </summary>
[GrainType("inbox"), ImplicitStreamSubscription(Interfaces.Streams.Inbox)]
public sealed class InboxGrain(
    IConversationLog logs,
    ConversationJournal journal,
    ContentSealer sealer,
    ShownMessages shown,
    IThreadStore threads,
    IFollowerMarks marks,
    Measures measures,
    TimeProvider time,
    ILogger<InboxGrain> log)
    : Grain, IInboxGrain, IStreamSubscriptionObserver, IAsyncObserver<LogAdvanced>
{
    private const string Kind = "inbox";
    private const int RowsAtOnce = 200;

    /// <summary>The list's name in its cursors.</summary>
    private const string Threads = "threads";

    private readonly Waiters _waiters = new(time);
    private ThreadSummaries _summaries = null!;
    private string _follower = null!;
    private long _followed;

    private string Line => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _summaries = new ThreadSummaries(journal, sealer, shown, Line);
        _follower = new Follower(FollowerKind.Inbox, Line).ToString();
        return Task.CompletedTask;
    }

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<LogAdvanced>().ResumeAsync(this);

    public Task OnNextAsync(LogAdvanced item, StreamSequenceToken? token = null) =>
        item.IsKnown(_followed) ? Task.CompletedTask : Spans.Follow(Interfaces.Streams.Inbox, item.TraceParent, CatchUp);

    public Task OnErrorAsync(Exception ex)
    {
        log.CatchUpFailed(ex, _follower);
        return Task.CompletedTask;
    }

    public async Task CatchUp() => _followed = await FollowerPass.Run(
        marks, _follower, new InboxPass(new MarkedLogs(logs, TellNotFollowed), journal, threads, _summaries, Line, Applied, TellNotFollowed).Follow);

    public async Task<ThreadPage?> GetThreads(ThreadPageRequest request)
    {
        var after = request.Cursor is { } cursor ? ReadCursor(cursor) : null;
        if (after is null && request.Cursor is not null)
        {
            return null;
        }

        await CatchUp();
        List<ThreadSummary> page = [];
        var filter = new ThreadFilter(request.Search, Channels.Parse(request.Channel));
        // Where most threads are read, a short page of those that are not takes many rows.
        var atOnce = request.UnreadOnly ? Math.Max(request.Limit, RowsAtOnce) : request.Limit;
        while (page.Count < request.Limit)
        {
            var rows = await threads.ReadAsync(Line, after, atOnce, filter);
            foreach (var row in rows)
            {
                var summary = await Show(row);
                if (summary.MergedInto is null && (!request.UnreadOnly || summary.Unread > 0))
                {
                    page.Add(summary);
                }

                after = new ThreadCursor(row.LastActivityAt, row.Contact);
                if (page.Count == request.Limit)
                {
                    break;
                }
            }

            if (rows.Count < atOnce)
            {
                break;
            }
        }

        return new ThreadPage(page, page.Count == request.Limit && after is not null ? WriteCursor(after) : null);
    }

    public async Task<ThreadSummary?> GetThread(string contact)
    {
        await CatchUp();
        return await threads.FindAsync(Line, contact) is { } row ? await Show(row) : null;
    }

    public async Task MarkRead(string contact, long place)
    {
        await CatchUp();
        while (await threads.FindAsync(Line, contact) is { } row)
        {
            var summary = await _summaries.Open(row);
            var upTo = Math.Min(place, row.Version);
            if (upTo <= summary.ReadUpTo)
            {
                return;
            }

            var read = await _summaries.Read(ConversationKey.Parse($"{Line}/{contact}"), summary, row.Version, upTo);
            var change = new ThreadChange(row.Version, row with { Summary = await _summaries.Seal(contact, read) }, [0]);
            if (await threads.ApplyAsync(Line, [change]))
            {
                _waiters.Wake();
                return;
            }
        }
    }

    public async Task Refresh()
    {
        // Those that can't be made anew just now stay outdated, and are not read again in this pass.
        HashSet<string> seen = [];
        while (await threads.ReadOutdatedAsync(Line, seen.Count + RowsAtOnce) is { } rows && rows.Where(row => seen.Add(row.Contact)).ToList() is { Count: > 0 } outdated)
        {
            foreach (var row in outdated)
            {
                await Refresh(row);
            }
        }
    }

    public async Task<ChangePage> GetChanges(long after, int limit, TimeSpan wait, CancellationToken cancellationToken = default)
    {
        var change = _waiters.Next;
        var feed = await threads.ReadFeedAsync(Line, after, limit, cancellationToken);
        if (feed.Count == 0 && wait > TimeSpan.Zero)
        {
            await _waiters.Wait(change, wait, cancellationToken);
            feed = await threads.ReadFeedAsync(Line, after, limit, cancellationToken);
            if (feed.Count == 0)
            {
                // A notice may have been lost, and this line may have no other reader. Asked for from outside, to have a turn of its own.
                await this.AsReference<IInboxGrain>().CatchUp();
                feed = await threads.ReadFeedAsync(Line, after, limit, cancellationToken);
            }
        }

        List<InboxChange> changes = [];
        foreach (var entry in feed)
        {
            changes.Add(await Describe(entry));
        }

        return new ChangePage(changes, feed.Count > 0 ? feed[^1].Cursor : after);
    }

    public Task<long> GetCursor() => threads.FeedHeadAsync(Line);

    private void Applied(IReadOnlyList<LoggedEvent> events)
    {
        _waiters.Wake();
        measures.Lag(Kind, time.GetUtcNow() - events[0].Event.At);
    }

    private void TellNotFollowed(ConversationKey conversation, Exception error)
    {
        measures.NotFollowed(Kind);
        log.NotFollowed(error, _follower, conversation.ToString());
    }

    /// <summary>What somebody else writes meanwhile is made of what is there now, as this would be.</summary>
    private async Task Refresh(ThreadRow row)
    {
        try
        {
            var summary = await _summaries.Open(row);
            var change = new ThreadChange(row.Version, row with { Summary = await _summaries.Seal(row.Contact, summary) }, [FeedEntry.SummaryOnly]);
            if (await threads.ApplyAsync(Line, [change]))
            {
                _waiters.Wake();
            }
        }
        catch (SealBrokenException e)
        {
            log.SummaryBroken(e, Line, row.Contact);
        }
    }

    private async Task<InboxChange> Describe(FeedEntry entry)
    {
        if (entry.Version == 0)
        {
            return new InboxChange(entry.Cursor, entry.Contact, 0, "thread_read", null, time.GetUtcNow());
        }

        var conversation = ConversationKey.Parse($"{Line}/{entry.Contact}");
        var row = (await journal.ReadRowsAsync(conversation, entry.Version - 1, 1))[0];
        return new InboxChange(entry.Cursor, entry.Contact, row.Version, row.Type, row.MessageId, row.RecordedAt);
    }

    /// <summary>A summary that doesn't open leaves what is known without it: the line's other threads are shown all the same.</summary>
    private async Task<ThreadSummary> Show(ThreadRow row)
    {
        try
        {
            return ToContract(row, await _summaries.Open(row));
        }
        catch (SealBrokenException e)
        {
            log.SummaryBroken(e, Line, row.Contact);
            return ToContract(row, new StoredSummary());
        }
    }

    private static ThreadSummary ToContract(ThreadRow row, StoredSummary summary) => new()
    {
        Contact = row.Contact,
        Version = row.Version,
        LastActivityAt = row.LastActivityAt,
        Unread = summary.Unread,
        Preview = summary.Preview,
        LastDirection = summary.Direction,
        LastStatus = summary.Status,
        Channel = summary.Channel,
        LastKind = summary.Kind,
        MergedInto = summary.MergedInto,
    };

    private static string WriteCursor(ThreadCursor cursor) =>
        PageCursor.Write(Threads, cursor.LastActivityAt.UtcTicks.ToString(CultureInfo.InvariantCulture), cursor.Contact);

    private static ThreadCursor? ReadCursor(string cursor) =>
        PageCursor.Read(Threads, cursor) is var (ticks, contact)
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTimeOffset.MaxValue.UtcTicks
            ? new ThreadCursor(new DateTimeOffset(at, TimeSpan.Zero), contact)
            : null;
}
