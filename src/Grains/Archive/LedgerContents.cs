using Microsoft.Extensions.Logging;
using MultiLine.Domain;
using MultiLine.Domain.Content;
using MultiLine.Grains.Telemetry;
using MultiLine.Storage.Content;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Log;

namespace MultiLine.Grains.Archive;

/// <summary>What events said, for a follower that nothing may hold up.</summary>
/// <param name="journal">Opens it.</param>
/// <param name="measures">Counts what does not open.</param>
/// <param name="kind">Of the follower.</param>
/// <param name="shard">That is followed.</param>
/// <param name="logger">Told why.</param>
internal sealed class LedgerContents(ConversationJournal journal, Measures measures, string kind, string shard, ILogger logger)
{
    /// <summary>What does not open is left out: nobody can read it, and the rest must not wait for it.</summary>
    public async Task<IReadOnlyDictionary<LogPlace, MessageContent>> Read(IReadOnlyCollection<LogPlace> places)
    {
        var contents = new Dictionary<LogPlace, MessageContent>();
        foreach (var (place, box) in places.Count == 0 ? new Dictionary<LogPlace, byte[]>() : await journal.ReadSealedAsync(places))
        {
            try
            {
                contents[place] = await journal.OpenAsync(place.Conversation, place.Version, box);
            }
            catch (SealBrokenException e)
            {
                NotFollowed(e, place.Conversation);
            }
        }

        return contents;
    }

    /// <summary>What an event's message said before policy changed it; null where there is nothing, or where it does not open.</summary>
    public async Task<MessageContent?> ReadOriginal(ConversationKey conversation, long version)
    {
        try
        {
            return await journal.ReadOriginalAsync(conversation, version);
        }
        catch (SealBrokenException e)
        {
            NotFollowed(e, conversation);
            return null;
        }
    }

    /// <summary>Something of a conversation can't be understood.</summary>
    public void NotFollowed(Exception e, ConversationKey conversation)
    {
        measures.NotFollowed(kind);
        logger.NotFollowed(e, $"{kind}/{shard}", conversation.ToString());
    }
}
