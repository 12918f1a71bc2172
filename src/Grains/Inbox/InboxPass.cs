using MultiLine.Domain;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Grains.Conversations;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Followers;
using MultiLine.Storage.Inbox;
using MultiLine.Storage.Log;

namespace MultiLine.Grains.Inbox;

/// <summary>Carries the threads of marked conversations on.</summary>
/// <param name="logs">Of the conversations.</param>
/// <param name="journal">What the messages say.</param>
/// <param name="threads">What is stored of the threads.</param>
/// <param name="summaries">What they show.</param>
/// <param name="line">Whose inbox: <c>org/line</c>.</param>
/// <param name="applied">Told what has become visible, a conversation's events at a time.</param>
/// <param name="failed">Told of a conversation that could not be followed, and why.</param>
internal sealed class InboxPass(
    MarkedLogs logs,
    ConversationJournal journal,
    IThreadStore threads,
    ThreadSummaries summaries,
    string line,
    Action<IReadOnlyList<LoggedEvent>> applied,
    Action<ConversationKey, Exception> failed)
{
    /// <returns>Those that are followed up to their marks.</returns>
    public async Task<IReadOnlyCollection<FollowerMark>> Follow(IReadOnlyList<FollowerMark> page)
    {
        List<FollowerMark> followed = [];
        for (var open = page; open.Count > 0;)
        {
            var rows = await threads.FindAsync(line, [.. open.Select(mark => mark.Conversation.Contact)]);
            followed.AddRange(open.Where(mark => VersionOf(mark) >= mark.Version));
            var read = await logs.ReadAsync([.. open.Where(mark => VersionOf(mark) < mark.Version)], VersionOf);
            var (carried, lost) = await Apply(rows, read.Events);
            var done = read.Events.Where(of => carried.Contains(of.Key) && of.Value[^1].Version >= of.Key.Version).Select(of => of.Key).ToList();
            followed.AddRange(done);
            open = [.. read.Events.Keys.Except(lost).Except(done), .. read.Left];

            long VersionOf(FollowerMark mark) => rows.GetValueOrDefault(mark.Conversation.Contact)?.Version ?? 0;
        }

        return followed;
    }

    /// <returns>Those that are as far as was read, and those that could not be followed. The rest is to be looked at again.</returns>
    private async Task<(HashSet<FollowerMark> Carried, List<FollowerMark> Lost)> Apply(
        IReadOnlyDictionary<string, ThreadRow> rows, IReadOnlyDictionary<FollowerMark, IReadOnlyList<LogRow>> read)
    {
        List<FollowerMark> lost = [];
        List<FollowedThread> advanced = [];
        foreach (var (mark, events) in read)
        {
            await Try(mark, async () => advanced.Add(await Advance(mark, rows.GetValueOrDefault(mark.Conversation.Contact), events)));
        }

        var contents = await journal.ReadSealedAsync([.. advanced.SelectMany(thread => thread.Contents)]);
        List<ThreadChange> changes = [];
        foreach (var thread in advanced)
        {
            await Try(thread.Mark, async () => changes.Add(await Change(thread, contents)));
        }

        // Where another activation was faster, the next round begins where it ended.
        if (changes.Count == 0 || !await threads.ApplyAsync(line, changes))
        {
            return ([], lost);
        }

        var followed = advanced.Where(thread => !lost.Contains(thread.Mark)).ToList();
        followed.ForEach(thread => applied(thread.Events));
        return ([.. followed.Select(thread => thread.Mark)], lost);

        async Task Try(FollowerMark mark, Func<Task> step)
        {
            try
            {
                await step();
            }
            catch (Exception e) when (e is not StorageUnavailableException)
            {
                lost.Add(mark);
                failed(mark.Conversation, e);
            }
        }
    }

    private async Task<FollowedThread> Advance(FollowerMark mark, ThreadRow? row, IReadOnlyList<LogRow> read)
    {
        List<LoggedEvent> events = [.. read.Select(logged => new LoggedEvent(logged.Version, ConversationJournal.Read(logged)))];
        var before = row is null ? new StoredSummary() : await summaries.Open(row);
        return new FollowedThread(mark, row, events, await summaries.Advance(mark.Conversation, before, row?.Version ?? 0, events));
    }

    private async Task<ThreadChange> Change(FollowedThread thread, IReadOnlyDictionary<LogPlace, byte[]> contents)
    {
        var (mark, row, events, next) = thread;
        var contact = mark.Conversation.Contact;
        var summary = await summaries.Show(mark.Conversation, next, contents);
        var followed = new ThreadRow(
            contact,
            events[^1].Version,
            Activity(events) ?? row?.LastActivityAt ?? events[^1].Event.At,
            await summaries.Seal(contact, summary))
        {
            Disposals = row?.Disposals ?? 0,
            Channels = [.. (row?.Channels ?? []).Union(events.Select(e => e.Event).OfType<IThreadEvent>().Select(news => news.Channel))],
        };
        return new ThreadChange(row?.Version ?? 0, followed, [.. events.Select(e => e.Version)]);
    }

    /// <summary>A thread rises when somebody writes, not when a status comes.</summary>
    private static DateTimeOffset? Activity(IReadOnlyList<LoggedEvent> events) =>
        events.LastOrDefault(e => e.Event is IThreadEvent)?.Event.At;

    /// <param name="Mark">Why it is followed.</param>
    /// <param name="Row">As it is stored; null if it is new.</param>
    /// <param name="Events">What comes to it, at least one.</param>
    /// <param name="Next">What it is to show.</param>
    private sealed record FollowedThread(FollowerMark Mark, ThreadRow? Row, IReadOnlyList<LoggedEvent> Events, NextSummary Next)
    {
        public IEnumerable<LogPlace> Contents =>
            Next.Message is { } message ? message.Versions().Select(version => new LogPlace(Mark.Conversation, version)) : [];
    }
}
