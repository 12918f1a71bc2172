using MultiLine.Domain;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;
using MultiLine.Domain.Policy;
using MultiLine.Grains.Conversations;
using MultiLine.Storage.Content;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Inbox;
using MultiLine.Storage.Log;

namespace MultiLine.Grains.Inbox;

/// <summary>The threads' summaries: opened, carried on with new events, sealed again.</summary>
internal sealed class ThreadSummaries(ConversationJournal journal, ContentSealer sealer, ShownMessages shown, string line)
{
    private const int PreviewLength = 120;
    private const int EventsAtOnce = 500;

    private string Organization => line[..line.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>As it is stored, but without what was disposed of since.</summary>
    public async Task<StoredSummary> Open(ThreadRow row)
    {
        var summary = StoredSummary.FromBytes(await sealer.OpenAsync(Organization, SealingContext.Thread(line, row.Contact), row.Summary));
        return row.IsOutdated ? await Remake(ConversationKey.Parse($"{line}/{row.Contact}"), summary) : summary;
    }

    public Task<byte[]> Seal(string contact, StoredSummary summary) =>
        sealer.SealAsync(Organization, SealingContext.Thread(line, contact), summary.ToBytes());

    /// <summary>The summary after these events, as far as it can be told without the content of the message that it shows.</summary>
    /// <param name="conversation">Whose thread it is.</param>
    /// <param name="summary">As it was.</param>
    /// <param name="followed">Up to which version.</param>
    /// <param name="events">All that follow, at least one.</param>
    public async Task<NextSummary> Advance(ConversationKey conversation, StoredSummary summary, long followed, IReadOnlyList<LoggedEvent> events)
    {
        var newest = events.LastOrDefault(e => e.Event is IThreadEvent)?.Event as IMessageEvent;
        summary = summary with
        {
            MessageId = newest?.MessageId ?? summary.MessageId,
            MergedInto = events.Select(e => e.Event).OfType<MergedInto>().LastOrDefault()?.Contact ?? summary.MergedInto,
            Unread = summary.Unread + events.Count(e => e.Event is IThreadEvent { IsNews: true } && e.Version > summary.ReadUpTo),
        };
        if (summary.MessageId is not { } messageId)
        {
            return new NextSummary(summary, null);
        }

        // A message that is new is told by these events alone.
        var through = events[^1].Version;
        var about = events.Where(e => (e.Event as IMessageEvent)?.MessageId == messageId).ToList();
        var message = about.Aggregate(shown.Find(conversation, followed, messageId), (view, e) => MessageView.Apply(view, e.Version, e.Event));
        if (about.Count > 0)
        {
            message ??= await journal.FindMessageAsync(conversation, messageId, through);
        }

        if (message is null)
        {
            return new NextSummary(summary, null);
        }

        shown.Keep(conversation, through, message);
        // Summaries of the first releases have no kind.
        return about.Exists(e => MessageView.IsSaid(e.Event)) || (about.Count > 0 && summary.Kind is null)
            ? new NextSummary(summary, message)
            : new NextSummary(summary with { Status = Status(message) }, null);
    }

    /// <param name="conversation">Whose thread it is.</param>
    /// <param name="next">What it is to show.</param>
    /// <param name="contents">The sealed contents of its message, as far as they were not disposed of.</param>
    public async Task<StoredSummary> Show(ConversationKey conversation, NextSummary next, IReadOnlyDictionary<LogPlace, byte[]> contents)
    {
        if (next.Message is not { } message)
        {
            return next.Summary;
        }

        var opened = new Dictionary<long, MessageContent>();
        foreach (var version in message.Versions())
        {
            if (contents.TryGetValue(new LogPlace(conversation, version), out var box))
            {
                opened[version] = await journal.OpenAsync(conversation, version, box);
            }
        }

        return Show(next.Summary, message, opened);
    }

    /// <summary>The summary after somebody has read up to a place. What is unread above it is counted in the log.</summary>
    public async Task<StoredSummary> Read(ConversationKey conversation, StoredSummary summary, long followed, long place)
    {
        var unread = 0;
        for (var after = place; after < followed;)
        {
            var events = await journal.ReadAsync(conversation, after, EventsAtOnce);
            unread += events.Count(e => e.Event is IThreadEvent { IsNews: true } && e.Version <= followed);
            after = events[^1].Version;
        }

        return summary with { ReadUpTo = place, Unread = unread };
    }

    private async Task<StoredSummary> Remake(ConversationKey conversation, StoredSummary summary) =>
        summary.MessageId is { } messageId && await journal.FindMessageAsync(conversation, messageId) is { } view
            ? Show(summary, view, await journal.ReadContentsAsync(conversation, [.. view.Versions()]))
            : summary;

    private static StoredSummary Show(StoredSummary summary, MessageView view, IReadOnlyDictionary<long, MessageContent> contents)
    {
        var content = view.Content(contents);
        return summary with
        {
            Channel = view.Channel.Name(),
            Direction = view.Inbound ? "in" : "out",
            Status = Status(view),
            Kind = Withheld(view) ?? Recording(view, content) ?? view.ProviderKind ?? Words.Of(view.Kind),
            Preview = Shorten(content?.Text ?? Name(content)),
        };
    }

    private static string Status(MessageView view) => view.Inbound ? "received" : Words.Of(view.Status);

    /// <summary>Of a message that policy keeps from being shown nothing is told, not even what kind it was.</summary>
    private static string? Withheld(MessageView view) =>
        (view.Edit is { } edit ? edit.Policy : view.Policy) is { Action: PolicyAction.Block } ? "withheld" : null;

    /// <summary>A voice note and a voicemail come as audio like any sound file, and are something else to whoever looks at the inbox.</summary>
    private static string? Recording(MessageView view, MessageContent? content) =>
        view.Call is null && content?.Media is { Kind: "voice" or "voicemail" } recording ? recording.Kind : null;

    /// <summary>By what something without words is known: a file's name, a place, whose cards they are.</summary>
    private static string? Name(MessageContent? content) => content switch
    {
        { Media.FileName: { Length: > 0 } file } => file,
        { Location: { } place } => place.Name ?? place.Address,
        { Cards: { Count: > 0 } cards } => string.Join(", ", cards.Select(card => card.Name)),
        _ => null,
    };

    /// <summary>Cut between whole characters, as people count them.</summary>
    private static string? Shorten(string? text)
    {
        if (text is null || text.Length <= PreviewLength)
        {
            return text;
        }

        var cut = 0;
        while (cut < PreviewLength)
        {
            var next = cut + System.Globalization.StringInfo.GetNextTextElementLength(text, cut);
            if (next > PreviewLength)
            {
                break;
            }

            cut = next;
        }

        return string.Concat(text.AsSpan(0, cut), "…");
    }
}

/// <param name="Summary">All but what the message tells.</param>
/// <param name="Message">The message that it is to show; null where it says what it said.</param>
internal sealed record NextSummary(StoredSummary Summary, MessageView? Message);
