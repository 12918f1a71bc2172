using MultiLine.Domain;
using MultiLine.Domain.Audit;
using MultiLine.Domain.Search;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Archive.Search;
using MultiLine.Storage.Audit;
using MultiLine.Storage.Contacts;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Search;
using Orleans.Concurrency;

namespace MultiLine.Grains.Archive.Search;

/// <summary>The index says which messages may fit; what they say is opened to show it, and to compare it where the index can't tell.</summary>
[GrainType("search"), StatelessWorker]
public sealed class SearchGrain(
    ISearchIndex index,
    SearchKeys keys,
    ArchivedMessages messages,
    IContactStore contacts,
    AuditJournal audit,
    ArchiveShards shards,
    TimeProvider time)
    : Grain, ISearchGrain
{
    /// <summary>So many are looked at for one page where the index can't tell; then the page ends, and the next one goes on.</summary>
    private const int MostLookedAt = 2_000;

    /// <summary>Among so many of the newest acts the search is looked for that a page belongs to.</summary>
    private const int ActsLookedAt = 200;

    private string Organization => this.GetPrimaryKeyString();

    public async Task<SearchPage> Search(SearchRequest request)
    {
        if (!SearchQuery.TryParse(request.Text, out var query, out var problem))
        {
            return new SearchPage([], null, 0, new Refused(RefusalCodes.InvalidRequest, problem));
        }

        if (request.Before is null || !await IsRecorded(request))
        {
            await Record(request);
        }

        var behind = await CatchUp();
        var tokens = new MessageTokens(await keys.OfAsync(Organization));
        var wanted = new IndexQuery(All(request, query, tokens))
        {
            AnyOf = request.Contact is { } contact ? [.. (await contacts.SameAsync(Organization, contact)).Select(tokens.Contact)] : [],
            // A phrase that is left out may lack some of its words: the text tells.
            None = [.. query.Excluded.Where(term => !term.NeedsText).SelectMany(term => term.Tokens()).Select(tokens.Word)],
            From = request.From,
            Until = request.Until,
            Before = request.Before ?? long.MaxValue,
            Limit = request.Limit,
        };
        List<FoundItem> items = [];
        var lookedAt = 0;
        while (true)
        {
            var found = await index.FindAsync(wanted);
            lookedAt += found.Count;
            foreach (var message in found.Where(message => message.Conversation.Organization == Organization))
            {
                if (items.Count < request.Limit && await messages.Find(message, query) is { } item)
                {
                    items.Add(item);
                }

                wanted = wanted with { Before = message.Place };
                if (items.Count == request.Limit)
                {
                    return new SearchPage(items, message.Place, behind, null);
                }
            }

            if (found.Count < wanted.Limit)
            {
                return new SearchPage(items, null, behind, null);
            }

            if (lookedAt >= MostLookedAt)
            {
                return new SearchPage(items, wanted.Before, behind, null);
            }

            // Where the index can't tell, more is looked at in one step the longer it goes on.
            wanted = wanted with { Limit = Math.Min(2 * wanted.Limit, MostLookedAt - lookedAt) };
        }
    }

    private static List<string> All(SearchRequest request, SearchQuery query, MessageTokens tokens) =>
    [
        tokens.Any,
        .. query.Required.SelectMany(term => term.Tokens()).Select(tokens.Word),
        .. Field(request.Line, tokens.Line),
        .. Field(request.Author, tokens.Author),
        .. Field(request.Channel, tokens.On),
        .. request.Inbound is { } inbound ? [tokens.Direction(inbound)] : Array.Empty<string>(),
        .. Field(request.Action, tokens.Action),
        .. Field(request.Rule, tokens.Rule),
        .. Field(request.Found, tokens.Found),
    ];

    private static string[] Field(string? value, Func<string, string> token) => value is null ? [] : [token(value)];

    private async Task<long> CatchUp()
    {
        var behind = 0L;
        for (var shard = 0; shard < shards.Count; shard++)
        {
            behind += await GrainFactory.GetGrain<ISearchIndexGrain>(GrainKeys.ArchiveShard(Organization, shard)).CatchUp();
        }

        return behind;
    }

    /// <summary>The pages behind the first are the same search. Whoever begins behind it makes a new one.</summary>
    private async Task<bool> IsRecorded(SearchRequest request)
    {
        var same = Act(request, "");
        return (await audit.ReadAsync(Organization, long.MaxValue, ActsLookedAt)).Any(act =>
            act.Act is ArchiveSearched searched && act.Reason == request.Text && searched with { At = same.At, Commitment = same.Commitment } == same);
    }

    private Task Record(SearchRequest request)
    {
        var words = AuditJournal.Reason(request.Text);
        return audit.RecordAsync(Organization, Act(request, words.Commitment), words);
    }

    private ArchiveSearched Act(SearchRequest request, string commitment) => new()
    {
        At = time.GetUtcNow(),
        Person = request.Person,
        Line = request.Line,
        Contact = request.Contact,
        Author = request.Author,
        Channel = request.Channel,
        Inbound = request.Inbound,
        Action = request.Action,
        Rule = request.Rule,
        Found = request.Found,
        From = request.From,
        Until = request.Until,
        Commitment = commitment,
    };
}
