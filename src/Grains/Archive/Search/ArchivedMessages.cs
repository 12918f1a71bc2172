using Microsoft.Extensions.Logging;
using MultiLine.Domain;
using MultiLine.Domain.Content;
using MultiLine.Domain.Search;
using MultiLine.Grains.Interfaces.Archive.Search;
using MultiLine.Storage.Content;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Log;
using MultiLine.Storage.Search;

namespace MultiLine.Grains.Archive.Search;

/// <summary>The messages of the archive, as compliance officers are shown them: without what policy took out, and what was disposed of.</summary>
public sealed class ArchivedMessages(IConversationLog log, ConversationJournal journal, ILogger<ArchivedMessages> logger)
{
    /// <summary>An excerpt of it, around what was looked for; null where it does not fit after all, or is no message.</summary>
    public async Task<FoundItem?> Find(FoundMessage message, SearchQuery query)
    {
        if (await Read(message) is not var (item, parts) || !query.Matches(parts))
        {
            return null;
        }

        var excerpt = Excerpt.Of(parts, query);
        return item with
        {
            Excerpt = excerpt?.Text,
            Marks = excerpt?.Marks.Select(mark => new FoundSpan(mark.Start, mark.Length)).ToList() ?? [],
        };
    }

    /// <summary>All of what it says; null where it is no message.</summary>
    public async Task<FoundItem?> Show(FoundMessage message) => await Read(message) is var (item, parts)
        ? item with { Excerpt = parts is [] ? null : string.Join('\n', parts) }
        : null;

    private async Task<(FoundItem Item, IReadOnlyList<string> Parts)?> Read(FoundMessage message)
    {
        if (await log.ReadAsync(message.Conversation, message.Version - 1, 1) is not [var row] || SearchableEvent.Of(ConversationJournal.Read(row)) is not { } e)
        {
            return null;
        }

        var content = e.HasContent ? await Content(message) : null;
        var item = new FoundItem
        {
            Place = message.Place,
            Line = message.Conversation.Line,
            Contact = message.Conversation.Contact,
            Version = message.Version,
            MessageId = e.MessageId,
            Type = row.Type,
            Channel = e.Channel.Name(),
            Inbound = e.Inbound,
            Author = e.Author,
            At = message.RecordedAt,
            Action = e.Policy is { } mark ? Words.Of(mark.Action) : null,
            Rules = e.Policy?.Findings.Select(finding => finding.Name).Distinct(StringComparer.Ordinal).ToList() ?? [],
        };
        return (item, content is null ? [] : SearchableParts.Of(content));
    }

    /// <summary>What does not open is shown without what it says.</summary>
    private async Task<MessageContent?> Content(FoundMessage message)
    {
        try
        {
            return (await journal.ReadContentsAsync(message.Conversation, [message.Version])).GetValueOrDefault(message.Version);
        }
        catch (SealBrokenException e)
        {
            logger.NotFollowed(e, "search", message.Conversation.ToString());
            return null;
        }
    }
}
