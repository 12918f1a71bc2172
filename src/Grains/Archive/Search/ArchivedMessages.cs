using Microsoft.Extensions.Logging;
using MultiLine.Domain;
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
        // First what came with it: of a phrase, most of what the index finds may have to be looked at in vain.
        var parts = await PartsOf(message, message.Content);
        if (!query.Matches(parts) || await Describe(message) is not { } item)
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
    public async Task<FoundItem?> Show(FoundMessage message)
    {
        if (await Describe(message) is not { } item)
        {
            return null;
        }

        var box = (await log.ReadContentAsync(message.Conversation, [message.Version])).GetValueOrDefault(message.Version);
        var parts = await PartsOf(message, box);
        return item with { Excerpt = parts is [] ? null : string.Join('\n', parts) };
    }

    private async Task<FoundItem?> Describe(FoundMessage message)
    {
        if (await log.ReadAsync(message.Conversation, message.Version - 1, 1) is not [var row] || SearchableEvent.Of(ConversationJournal.Read(row)) is not { } e)
        {
            return null;
        }

        return new FoundItem
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
    }

    /// <summary>What it says, part by part. What does not open is shown without.</summary>
    /// <param name="message">Which one.</param>
    /// <param name="box">Its content, sealed; null where there is none.</param>
    private async Task<IReadOnlyList<string>> PartsOf(FoundMessage message, byte[]? box)
    {
        try
        {
            return box is null ? [] : SearchableParts.Of(await journal.OpenAsync(message.Conversation, message.Version, box));
        }
        catch (SealBrokenException e)
        {
            logger.NotFollowed(e, "search", message.Conversation.ToString());
            return [];
        }
    }
}
