using MultiLine.Domain.Archive.Words;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Archive.Transcripts;

/// <summary>The conversation itself: day by day, each message with all that happened to it, and what happened beside the messages.</summary>
internal sealed class TranscriptTalk(ArchivedConversation conversation, ArchiveTimes times, ArchiveWords words, HtmlBuilder html)
{
    /// <summary>Longer texts, in characters, may go over the end of a page.</summary>
    private const int LongText = 1500;

    private const int QuotedLength = 160;

    public void Add()
    {
        html.Add($"<section>\n<h2>{TranscriptWords.Conversation}</h2>\n");
        DateOnly? day = null;
        foreach (var item in conversation.Items.OrderBy(item => item.Record.OccurredAt).ThenBy(item => item.Record.Version))
        {
            if (times.Day(item.Record.OccurredAt) is var today && today != day)
            {
                html.Add($"<h3>{TranscriptWords.Day(today)} <small>{times.Zone.Id}</small></h3>\n");
                day = today;
            }

            if (item is ArchivedMessage message)
                Message(message);
            else
                Note(item.Record);
        }

        html.Add($"</section>\n");
    }

    private void Message(ArchivedMessage message)
    {
        var record = message.Record;
        var text = record.Event is CallRecorded ? words.Sentence(record) : record.Content.Opened?.Text;
        Begin(record, message.View.Inbound ? "contact" : "firm", isLong: text?.Length > LongText);
        html.Add($"<p class=\"who\"><strong><bdi>{words.Actor(record.Event)}</bdi></strong> → <bdi>{(message.View.Inbound ? conversation.Parties.LineName : words.Contact)}</bdi> · {ArchiveWords.Name(message.View.Channel)} · {ArchiveWords.Title(record.Event)}</p>\n");
        if (message.Quoted is { } quoted)
            html.Add($"<p class=\"quote\"><bdi>{words.Actor(quoted.Event)}, {times.Moment(quoted.OccurredAt)}: {Short(quoted)}</bdi></p>\n");
        if (text is not null && message.Deletion is not null)
            html.Add($"<p class=\"said gone\" dir=\"auto\">{text}</p>\n");
        else if (text is not null)
            html.Add($"<p class=\"said\" dir=\"auto\">{text}</p>\n");

        Details(record);
        foreach (var edit in message.Edits)
            Edit(edit);
        foreach (var later in message.Later)
            Later(later);
        History(message);
        End();
    }

    private void Note(ArchivedRecord record)
    {
        Begin(record, "event", isLong: false);
        html.Add($"<p class=\"who\"><strong>{ArchiveWords.Title(record.Event)}</strong></p>\n<p class=\"said\"><bdi>{words.Sentence(record)}</bdi></p>\n");
        if (record.Content.Opened?.Text is { } text)
            html.Add($"<p class=\"said\" dir=\"auto\">{text}</p>\n");
        Details(record);
        End();
    }

    private void Begin(ArchivedRecord record, string side, bool isLong)
    {
        html.Add($"<article class=\"entry {side}{(isLong ? " long" : "")}\">\n<div class=\"when\">{times.Time(record.OccurredAt)}<span class=\"version\">#{record.Version}</span></div>\n<div class=\"body\">\n");
    }

    private void End() => html.Add($"</div>\n</article>\n");

    private void Details(ArchivedRecord record)
    {
        var details = words.Details(record).ToLookup(detail => detail.Label == ArchiveWords.Policy);
        // What a reply answers is quoted above it where it is known.
        foreach (var detail in details[false].Where(detail => detail.Label != ArchiveWords.InReplyTo || conversation.QuotedBy(record) is null))
            html.Add($"<p class=\"detail\"><b>{detail.Label}:</b> <bdi>{detail.Value}</bdi></p>\n");
        if (!details[true].Any())
            return;
        html.Add($"<div class=\"box policy\"><b>{ArchiveWords.Policy}</b>");
        foreach (var detail in details[true])
            html.Add($"<span class=\"detail\"><bdi>{detail.Value}</bdi></span><br>");
        html.Add($"</div>\n");
    }

    private void Edit(ArchivedEdit edit)
    {
        html.Add($"<div class=\"box\"><b>{TranscriptWords.Edited} {times.Moment(edit.Record.OccurredAt)} · #{edit.Record.Version}</b>");
        html.Add($"{TranscriptWords.Before}: <span class=\"said\" dir=\"auto\"><bdi>{edit.Previous ?? ArchiveWords.NoText}</bdi></span><br>{TranscriptWords.After}: <span class=\"said\" dir=\"auto\"><bdi>{edit.New ?? ArchiveWords.NoText}</bdi></span>");
        Details(edit.Record);
        html.Add($"</div>\n");
    }

    /// <summary>What the contact did with a message, and what a call left behind. Statuses and attempts are its history.</summary>
    private void Later(ArchivedRecord record)
    {
        switch (record.Event)
        {
            case MessageRevoked:
                html.Add($"<div class=\"box deleted\"><b>{TranscriptWords.Deleted} {times.Moment(record.OccurredAt)} · #{record.Version}</b>{TranscriptWords.DeletedKept}</div>\n");
                break;
            case ReactionReceived reaction:
                html.Add($"<p class=\"detail\"><b>{(reaction.Removed ? TranscriptWords.ReactionTakenBack : TranscriptWords.Reaction)}:</b> <bdi>{record.Content.Opened?.Text}</bdi> {times.Moment(record.OccurredAt)} · #{record.Version}</p>\n");
                Details(record);
                break;
            case CallUpdated:
                html.Add($"<p class=\"detail\"><b>{times.Moment(record.OccurredAt)} · #{record.Version}</b> <bdi>{words.Sentence(record)}</bdi></p>\n");
                if (record.Content.Opened?.Text is { } text)
                    html.Add($"<p class=\"said\" dir=\"auto\">{text}</p>\n");
                Details(record);
                break;
        }
    }

    private void History(ArchivedMessage message)
    {
        List<ArchivedRecord> history = [.. message.Later.Where(record => record.Event is not (MessageEdited or MessageRevoked or ReactionReceived or CallUpdated))];
        if (history.Count == 0)
            return;
        html.Add($"<p class=\"history\">");
        foreach (var record in history)
            html.Add($"<span>{times.Moment(record.OccurredAt)} · #{record.Version} · <bdi>{words.Sentence(record)}</bdi></span>");
        html.Add($"</p>\n");
    }

    private static string Short(ArchivedRecord quoted) => quoted.Content.Opened?.Text switch
    {
        null => ArchiveWords.Title(quoted.Event),
        { Length: > QuotedLength } text => $"{text[..(char.IsHighSurrogate(text[QuotedLength - 1]) ? QuotedLength - 1 : QuotedLength)]}…",
        var text => text,
    };
}
