using MultiLine.Domain;
using MultiLine.Storage.Log;
using MultiLine.Storage.Search;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class SearchIndexContract : StorageContract
{
    private const string Shard = "acme/0";

    private ISearchIndex Index => Port<ISearchIndex>();

    [Fact]
    public async Task What_was_added_is_found_by_all_of_its_tokens_newest_first()
    {
        await AppendAsync(Anna, 3);
        await AppendAsync(Bert, 1);
        Assert.True(await Index.AddAsync(Shard, 0, 4, [Of(Anna, 1, "a", "b"), Of(Anna, 2, "a"), Of(Anna, 3, "b"), Of(Bert, 1, "a", "b", "c")]));

        Assert.Equal([(Bert, 1), (Anna, 2), (Anna, 1)], await FindAsync(new(["a"]) { Limit = 10 }));
        Assert.Equal([(Bert, 1), (Anna, 1)], await FindAsync(new(["a", "b"]) { Limit = 10 }));
        Assert.Equal([(Anna, 1)], await FindAsync(new(["a", "b"]) { None = ["c", "d"], Limit = 10 }));
        Assert.Equal([(Bert, 1), (Anna, 2), (Anna, 1)], await FindAsync(new(["a"]) { AnyOf = ["a", "d"], Limit = 10 }));
        Assert.Equal([(Bert, 1)], await FindAsync(new(["a"]) { AnyOf = ["c", "d"], Limit = 10 }));
        Assert.Equal([(Anna, 1)], await FindAsync(new(["a"]) { AnyOf = ["b", "c"], None = ["c"], Limit = 10 }));
        Assert.Empty(await FindAsync(new(["d"]) { Limit = 10 }));
        Assert.Equal(4, await Index.PlaceAsync(Shard));
        Assert.Equal(0, await Index.PlaceAsync("acme/1"));
    }

    [Fact]
    public async Task Pages_go_on_where_the_last_one_ended_whatever_comes_in_meanwhile()
    {
        await AppendAsync(Anna, 4);
        await Index.AddAsync(Shard, 0, 3, [Of(Anna, 1, "a"), Of(Anna, 2, "a"), Of(Anna, 3, "a")]);
        var first = await Index.FindAsync(new(["a"]) { Limit = 2 });

        await Index.AddAsync(Shard, 3, 4, [Of(Anna, 4, "a")]);

        Assert.Equal([3, 2], first.Select(found => found.Version));
        Assert.Equal([(Anna, 1)], await FindAsync(new(["a"]) { Before = first[^1].Place, Limit = 2 }));
    }

    [Fact]
    public async Task A_range_of_time_holds_its_beginning_and_not_its_end()
    {
        await AppendAsync(Anna, 4);
        await Index.AddAsync(Shard, 0, 4, [Of(Anna, 1, "a"), Of(Anna, 2, "a"), Of(Anna, 3, "a"), Of(Anna, 4, "a")]);

        Assert.Equal([(Anna, 3), (Anna, 2)], await FindAsync(new(["a"]) { From = Noon.AddSeconds(2), Until = Noon.AddSeconds(4), Limit = 10 }));
        Assert.Empty(await FindAsync(new(["a"]) { From = Noon.AddSeconds(5), Limit = 10 }));
        Assert.Empty(await FindAsync(new(["a"]) { Until = Noon, Limit = 10 }));
        Assert.Equal(Noon.AddSeconds(4), Assert.Single(await Index.FindAsync(new(["a"]) { Limit = 1 })).RecordedAt);
    }

    [Fact]
    public async Task Entries_are_added_once_however_often_they_are_read()
    {
        await AppendAsync(Anna, 2);
        Assert.True(await Index.AddAsync(Shard, 0, 1, [Of(Anna, 1, "a")]));

        Assert.False(await Index.AddAsync(Shard, 0, 1, [Of(Anna, 1, "a")]));
        Assert.False(await Index.AddAsync(Shard, 2, 3, [Of(Anna, 2, "a")]));
        Assert.True(await Index.AddAsync(Shard, 1, 5, []));

        Assert.Equal([(Anna, 1)], await FindAsync(new(["a"]) { Limit = 10 }));
        Assert.Equal(5, await Index.PlaceAsync(Shard));
    }

    [Fact]
    public async Task A_message_that_is_not_in_the_log_moves_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Index.AddAsync(Shard, 0, 1, [Of(Anna, 1, "a")]));
        Assert.Equal(0, await Index.PlaceAsync(Shard));
    }

    [Fact]
    public async Task A_place_does_not_go_back() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Index.AddAsync(Shard, 3, 3, []));

    [Fact]
    public async Task What_has_lost_its_content_meanwhile_is_left_out_and_the_place_moves_on()
    {
        await Port<IConversationLog>().MustAppendAsync(Step(Anna, 0, 2) with { Content = new Dictionary<long, byte[]> { [2] = [1] } });

        await Index.AddAsync(Shard, 0, 2, [Of(Anna, 1, "a") with { HasContent = true }, Of(Anna, 2, "a") with { HasContent = true }]);

        Assert.Equal([(Anna, 2)], await FindAsync(new(["a"]) { Limit = 10 }));
        Assert.Equal(2, await Index.PlaceAsync(Shard));
    }

    [Fact]
    public async Task What_is_found_comes_with_its_content_where_it_has_any()
    {
        await Port<IConversationLog>().MustAppendAsync(Step(Anna, 0, 2) with { Content = new Dictionary<long, byte[]> { [2] = [1, 2, 3] } });
        await Index.AddAsync(Shard, 0, 2, [Of(Anna, 1, "a"), Of(Anna, 2, "a") with { HasContent = true }]);

        Assert.Equal([[1, 2, 3], null], (await Index.FindAsync(new(["a"]) { Limit = 10 })).Select(found => found.Content));
    }

    [Fact]
    public async Task The_index_and_its_places_survive_closing_and_opening()
    {
        await AppendAsync(Anna, 1);
        await Index.AddAsync(Shard, 0, 1, [Of(Anna, 1, "a")]);

        await Storage.ReopenAsync();

        Assert.Equal([(Anna, 1)], await FindAsync(new(["a"]) { Limit = 10 }));
        Assert.Equal(1, await Index.PlaceAsync(Shard));
    }

    [Fact]
    public async Task An_organisations_key_stays_and_is_no_others()
    {
        var tokens = await Port<SearchKeys>().OfAsync("acme");
        var (word, other) = (tokens.Word("statement"), (await Port<SearchKeys>().OfAsync("other")).Word("statement"));

        await Storage.ReopenAsync();

        Assert.Equal(word, (await Port<SearchKeys>().OfAsync("acme")).Word("statement"));
        Assert.NotEqual(word, other);
        Assert.NotEqual(word, tokens.Field("word", "statement"));
        Assert.Equal(16, word.Length);
    }

    [Fact]
    public async Task Of_two_that_make_a_key_at_once_both_get_the_first()
    {
        Assert.Null(await Index.FindKeyAsync("acme"));
        Assert.Equal([1], await Index.KeepKeyAsync("acme", [1]));
        Assert.Equal([1], await Index.KeepKeyAsync("acme", [2]));
        Assert.Equal([1], (await Index.FindKeyAsync("acme"))!);
    }

    private Task<long> AppendAsync(ConversationKey conversation, int count) =>
        Port<IConversationLog>().MustAppendAsync(Step(conversation, 0, count));

    private async Task<IEnumerable<(ConversationKey, long)>> FindAsync(IndexQuery query) =>
        (await Index.FindAsync(query)).Select(found => (found.Conversation, found.Version));

    private static IndexedMessage Of(ConversationKey conversation, long version, params string[] tokens) => new(conversation, version, tokens);
}
