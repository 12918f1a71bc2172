using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Archive.Search;
using MultiLine.Grains.Interfaces.Audit;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Retention;
using MultiLine.Grains.Tests.Policies;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Archive;

/// <summary>What compliance officers find.</summary>
public sealed class SearchTests
{
    [Fact]
    public async Task Words_and_phrases_are_found_whoever_wrote_them_and_marked_where_they_stand()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await talk.Hears("Please sell the Zürich shares before noon");
        await talk.Delivered("I sold the shares");

        var shares = await Find(product, "SHARES");
        Assert.Equal(["I sold the shares", "Please sell the Zürich shares before noon"], shares.Select(item => item.Excerpt));
        Assert.Equal((11, 6), (Assert.Single(shares[0].Marks).Start, shares[0].Marks[0].Length));
        Assert.Equal(["message_accepted", "message_received"], shares.Select(item => item.Type));
        Assert.Single(await Find(product, "zurich"));
        Assert.Single(await Find(product, "\"sell the\""));
        Assert.Empty(await Find(product, "\"sell shares\""));
        Assert.Equal("I sold the shares", Assert.Single(await Find(product, "shares -noon")).Excerpt);
        Assert.Equal("I sold the shares", Assert.Single(await Find(product, "shares -\"the zürich\"")).Excerpt);
    }

    [Fact]
    public async Task What_is_looked_for_is_narrowed_by_who_where_and_when()
    {
        await using var product = await Product.StartAsync();
        var ada = await product.OpenTalk();
        var grace = await product.OpenTalk("+4915199900001", "Grace Hopper");
        await ada.Delivered("Good morning to you");
        var noon = product.Clock.GetUtcNow() + TimeSpan.FromMinutes(5);
        await product.Idle();
        product.Clock.Advance(TimeSpan.FromMinutes(10));
        await grace.Delivered("Good morning, Grace");

        Assert.Equal(4, (await Find(product, "morning")).Count);
        Assert.Equal(2, (await Find(product, "morning", request => request with { Contact = ada.Key.Contact })).Count);
        Assert.Equal(2, (await Find(product, "morning", request => request with { Inbound = true })).Count);
        Assert.Equal(2, (await Find(product, "morning", request => request with { Author = Firms.Person })).Count);
        Assert.Equal("Good morning, Grace", Assert.Single(await Find(product, "morning", request => request with { From = noon })).Excerpt);
        Assert.Equal(3, (await Find(product, "", request => request with { Until = noon })).Count);
        Assert.Empty(await Find(product, "morning", request => request with { Channel = "sms" }));
        Assert.Empty(await Find(product, "morning", request => request with { Line = "elsewhere" }));
    }

    [Fact]
    public async Task A_contact_is_searched_for_with_all_that_turned_out_to_be_the_same()
    {
        await using var product = await Product.StartAsync();
        var ada = await product.OpenTalk();
        var same = await product.OpenTalk("+4915199900001", "Ada L.");
        await product.OpenTalk("+4915199900002", "Grace Hopper");
        await same.Hears("From the other phone");
        Assert.Empty(await Find(product, "other", request => request with { Contact = ada.Key.Contact }));

        await product.Grains.GetGrain<IContactGrain>(GrainKeys.Contact(Firms.Northwind, same.Key.Contact)).MergeInto(ada.Key.Contact);

        Assert.Single(await Find(product, "other", request => request with { Contact = ada.Key.Contact }));
        Assert.Single(await Find(product, "other", request => request with { Contact = same.Key.Contact }));
        Assert.Single(await Find(product, "", request => request with { Contact = ada.Key.Contact, Text = "other -grace" }));
    }

    [Fact]
    public async Task What_policy_took_out_is_not_found_and_what_it_did_is()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(Rules.Cards("redact")));
        var talk = await product.OpenTalk();
        await talk.Delivered($"Take {Rules.Card}, please");
        await product.PutInForce(Rules.Policy(Rules.Cards("block")));
        Assert.NotNull((await talk.Send($"Take {Rules.Card} again")).Refusal);

        Assert.Empty(await Find(product, Rules.Card.Split(' ')[0]));
        Assert.Empty(await Find(product, Rules.Card.Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal("Take [payment card], please", Assert.Single(await Find(product, "take")).Excerpt);
        Assert.Equal(
            [("message_blocked", "block", null), ("message_accepted", "redact", "Take [payment card], please")],
            (await Find(product, "", request => request with { Found = "CREDIT_CARD" })).Select(item => (item.Type, item.Action, item.Excerpt)));
        Assert.Single(await Find(product, "", request => request with { Action = "block" }));
    }

    [Fact]
    public async Task Pages_go_on_where_the_last_one_ended()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        for (var i = 1; i <= 5; i++)
        {
            await talk.Hears($"Number {i}");
        }

        var first = await Search(product, "number", request => request with { Limit = 2 });
        var second = await Search(product, "number", request => request with { Limit = 2, Before = first.Before });
        var third = await Search(product, "number", request => request with { Limit = 2, Before = second.Before });

        Assert.Equal(["Number 5", "Number 4", "Number 3", "Number 2", "Number 1"], first.Items.Concat(second.Items).Concat(third.Items).Select(item => item.Excerpt));
        Assert.Null(third.Before);
    }

    [Fact]
    public async Task A_phrase_is_found_behind_many_messages_that_merely_have_its_words()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await talk.Hears("First sell the shares");
        await talk.Hears("Then sell the bonds");
        for (var i = 0; i < 8; i++)
        {
            await talk.Hears("The bank may sell");
        }

        var first = await Search(product, "\"sell the\"", request => request with { Limit = 1 });
        var second = await Search(product, "\"sell the\"", request => request with { Limit = 1, Before = first.Before });
        var third = await Search(product, "\"sell the\"", request => request with { Limit = 1, Before = second.Before });

        Assert.Equal(["Then sell the bonds", "First sell the shares"], first.Items.Concat(second.Items).Select(item => item.Excerpt));
        Assert.Empty(third.Items);
        Assert.Null(third.Before);
    }

    [Fact]
    public async Task Who_searched_and_for_what_is_recorded_once_for_all_pages_and_a_search_that_makes_no_sense_is_not()
    {
        await using var product = await Product.StartAsync();
        await product.OpenTalk();

        var first = await Search(product, "morning", request => request with { Limit = 1 });
        await Search(product, "morning", request => request with { Limit = 1, Before = first.Before ?? 1 });
        Assert.Equal("invalid_request", (await Search(product, "\"open")).Refusal?.Code);

        var act = Assert.Single((await product.Grains.GetGrain<IAuditGrain>(Firms.Northwind).GetActs(null, 10)).Acts);
        Assert.Equal(("archive_searched", "cora", "morning"), (act.Type, act.Person, act.Reason));
    }

    [Fact]
    public async Task A_search_that_begins_behind_the_first_page_is_recorded_too()
    {
        await using var product = await Product.StartAsync();
        await product.OpenTalk();

        Assert.Single((await Search(product, "morning", request => request with { Before = long.MaxValue })).Items);
        await Search(product, "morning", request => request with { Before = long.MaxValue, Inbound = true });
        await Search(product, "morning", request => request with { Before = long.MaxValue, Person = "carl" });

        Assert.Equal(["carl", "cora", "cora"], (await product.Grains.GetGrain<IAuditGrain>(Firms.Northwind).GetActs(null, 10)).Acts.Select(act => act.Person));
    }

    [Fact]
    public async Task What_is_kept_no_longer_is_found_no_longer()
    {
        await using var product = await Product.StartAsync();
        await product.Grains.GetGrain<IOrganizationGrain>(Firms.Northwind)
            .SetRecording(new RecordingChoice(Firms.Administrator, null, new RecordingTerms(Recorded: false, null, 1)));
        var talk = await product.OpenTalk();
        Assert.Single(await Find(product, "morning"));
        await product.Threads();
        await product.StopAsync();
        product.Clock.Advance(TimeSpan.FromDays(2));
        await product.StartHostAsync();

        var retention = product.Grains.GetGrain<IRetentionGrain>(Firms.Northwind);
        await retention.Start("cora");
        await product.Until(async () => (await retention.GetRuns(null, 10)).All(run => run.EndedAt is not null), "end of the run");

        Assert.True((await talk.Messages())[0].NoLongerKept);
        Assert.Empty(await Find(product, "morning"));
        Assert.Empty(await Find(product, "", request => request with { Contact = talk.Key.Contact }));
    }

    [Fact]
    public async Task A_content_that_does_not_open_is_found_by_the_rest_and_keeps_no_other_from_being_found()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var broken = await talk.Hears("Sell the shares");
        await talk.Hears("Buy the shares");
        var version = (await talk.Log()).Single(entry => entry.Type == "message_received" && entry.Body.Contains(broken.MessageId, StringComparison.Ordinal)).Version;
        await product.Alter(
            $"UPDATE content SET sealed = zeroblob(200) WHERE sequence IN (SELECT sequence FROM log WHERE conversation = ?1 AND version = {version})", talk.Key);

        Assert.Equal(["Buy the shares"], (await Find(product, "shares")).Select(item => item.Excerpt));
        Assert.Equal(["Buy the shares", null, "Good morning"], (await Find(product, "", request => request with { Contact = talk.Key.Contact })).Select(item => item.Excerpt));
    }

    [Fact]
    public async Task The_index_follows_by_itself_and_takes_in_nothing_twice()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var index = product.Grains.GetGrain<ISearchIndexGrain>(GrainKeys.ArchiveShard(Firms.Northwind, 0));
        var store = product.Service<MultiLine.Storage.Search.ISearchIndex>();
        await product.Idle();
        var version = (await talk.Log()).Count;

        await product.UntilInTime(
            async () => await store.PlaceAsync(GrainKeys.ArchiveShard(Firms.Northwind, 0)) >= version, TimeSpan.FromSeconds(20), "the talk in the index");

        Assert.Equal(0, await index.CatchUp());
        Assert.Single(await Find(product, "morning"));
    }

    private static async Task<IReadOnlyList<FoundItem>> Find(Product product, string text, Func<SearchRequest, SearchRequest>? change = null) =>
        (await Search(product, text, change)).Items;

    private static async Task<SearchPage> Search(Product product, string text, Func<SearchRequest, SearchRequest>? change = null)
    {
        // What the archive has not recorded yet can't be found.
        await product.Archive().CatchUp();
        var request = new SearchRequest { Person = "cora", Text = text, Limit = 50 };
        return await product.Grains.GetGrain<ISearchGrain>(Firms.Northwind).Search(change?.Invoke(request) ?? request);
    }
}
