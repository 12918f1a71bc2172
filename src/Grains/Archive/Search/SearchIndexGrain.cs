using System.Text.Json;
using Microsoft.Extensions.Logging;
using MultiLine.Domain.Audit;
using MultiLine.Domain.Search;
using MultiLine.Grains.Interfaces.Archive.Search;
using MultiLine.Grains.Telemetry;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Ledger;
using MultiLine.Storage.Log;
using MultiLine.Storage.Search;

namespace MultiLine.Grains.Archive.Search;

/// <summary>Follows its shard of the ledger.</summary>
[GrainType("search-index")]
public sealed class SearchIndexGrain(
    ILedger ledger,
    IConversationLog log,
    ConversationJournal journal,
    ISearchIndex index,
    SearchKeys keys,
    Measures measures,
    ILogger<SearchIndexGrain> logger) : LedgerFollowerGrain(Kind, ledger, logger), ISearchIndexGrain
{
    private const string Kind = "search";

    private LedgerContents? _contents;

    private LedgerContents Contents => _contents ??= new LedgerContents(journal, measures, Kind, Shard, Logger);

    public override async Task<long> CatchUp()
    {
        var tokens = new MessageTokens(await keys.OfAsync(Organization));
        return await Pass.CatchUp(
            () => index.PlaceAsync(Shard),
            async (after, entries) => await index.AddAsync(Shard, after, entries[^1].Sequence, await Read(entries, tokens)),
            this.AsReference<ISearchIndexGrain>().CatchUp);
    }

    private async Task<List<IndexedMessage>> Read(IReadOnlyList<LedgerEntry> entries, MessageTokens tokens)
    {
        var said = entries.Where(entry => !AuditLog.Is(entry.Conversation)).ToList();
        var rows = await log.ReadRecordedAsync(said);
        var events = said
            .Select(entry => (Place: new LogPlace(entry.Conversation, entry.Version), Event: Searchable(entry, rows[entry.Sequence])!))
            .Where(e => e.Event is not null)
            .ToList();
        var contents = await Contents.Read([.. events.Where(e => e.Event.HasContent).Select(e => e.Place)]);
        return
        [
            .. events.Select(e => new IndexedMessage(
                e.Place.Conversation, e.Place.Version, tokens.Of(e.Place.Conversation, e.Event, contents.GetValueOrDefault(e.Place)))
            {
                HasContent = e.Event.HasContent,
            }),
        ];
    }

    /// <summary>What can't be read is not found, and the rest must not wait for it; what does not open is found by everything but its words.</summary>
    private SearchableEvent? Searchable(LedgerEntry entry, LogRow row)
    {
        try
        {
            return SearchableEvent.Of(ConversationJournal.Read(row));
        }
        catch (JsonException e)
        {
            Contents.NotFollowed(e, entry.Conversation);
            return null;
        }
    }
}
