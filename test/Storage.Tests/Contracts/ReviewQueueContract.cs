using MultiLine.Domain;
using MultiLine.Domain.Surveillance;
using MultiLine.Storage.Surveillance;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class ReviewQueueContract : StorageContract
{
    private const string Shard = "acme/0";

    private IReviewQueue Queue => Port<IReviewQueue>();

    private INotices Notices => Port<INotices>();

    [Fact]
    public async Task Messages_are_listed_newest_first_as_they_are_asked_for()
    {
        await AppendAsync(Anna, 3);
        await AppendAsync(Bert, 1);
        await AddAsync(0, 4, [Of(Anna, 1, ReviewCause.Flag), Of(Anna, 2, ReviewCause.Block, "ann"), Of(Bert, 1, ReviewCause.Sample, "ann")]);

        Assert.Equal([(Bert, 1), (Anna, 2), (Anna, 1)], await ListAsync(All));
        Assert.Equal([(Bert, 1), (Anna, 2)], await ListAsync(All with { Author = "ann" }));
        Assert.Equal([(Anna, 2)], await ListAsync(All with { Cause = ReviewCause.Block }));
        Assert.Empty(await ListAsync(All with { Line = "elsewhere" }));
        Assert.Empty(await ListAsync(All with { Organization = "contoso" }));
        var first = await Queue.ListAsync(All with { Limit = 2 });
        Assert.Equal([(Anna, 1)], await ListAsync(All with { Before = first[^1].Place }));
        Assert.Equal(Noon.AddSeconds(2), first[1].RecordedAt);
    }

    [Fact]
    public async Task The_newest_decision_says_where_a_message_stands_and_all_of_them_stay()
    {
        await AppendAsync(Anna, 1);
        await AddAsync(0, 1, [Of(Anna, 1, ReviewCause.Flag)]);

        await DecideAsync(1, 2, Decided(7, ReviewOutcome.Escalated));
        Assert.Equal([(Anna, 1)], await ListAsync(All with { State = ReviewState.Escalated }));
        await DecideAsync(2, 3, Decided(9, ReviewOutcome.Violation));

        var message = Assert.Single(await Queue.ListAsync(All with { State = ReviewState.Closed }));
        Assert.Equal([Decided(7, ReviewOutcome.Escalated), Decided(9, ReviewOutcome.Violation)], await Queue.DecisionsAsync(message.Place));
        var counts = await Queue.CountAsync("acme");
        Assert.Equal((0, 0, 1), (counts[ReviewState.Open], counts[ReviewState.Escalated], counts[ReviewState.Closed]));
    }

    [Fact]
    public async Task A_decision_that_another_shard_brings_before_its_message_counts_once_the_message_comes()
    {
        await AppendAsync(Anna, 1);
        await DecideAsync(0, 1, Decided(7, ReviewOutcome.NoIssue));

        await AddAsync(1, 2, [Of(Anna, 1, ReviewCause.Flag)]);

        Assert.Equal([(Anna, 1)], await ListAsync(All with { State = ReviewState.Closed }));
        Assert.Empty(await ListAsync(All));
    }

    [Fact]
    public async Task Entries_are_taken_in_once_however_often_they_are_read()
    {
        await AppendAsync(Anna, 1);
        var news = new SurveillanceNews
        {
            Reviews = [Of(Anna, 1, ReviewCause.Flag)], Notices = [new NewNotice("acme", "ada", "cards", Anna, 1)],
        };

        Assert.True(await Queue.AddAsync(Shard, 0, 1, news));
        Assert.False(await Queue.AddAsync(Shard, 0, 1, news));

        Assert.Single(await Queue.ListAsync(All));
        Assert.Equal(1, await Notices.UnseenAsync("acme", "ada"));
        Assert.Equal(1, await Queue.PlaceAsync(Shard));
        Assert.Equal(0, await Queue.PlaceAsync("acme/1"));
    }

    [Fact]
    public async Task What_is_not_in_the_log_moves_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => AddAsync(0, 1, [Of(Anna, 1, ReviewCause.Flag)]));
        Assert.Equal(0, await Queue.PlaceAsync(Shard));
    }

    [Fact]
    public async Task Messages_are_found_by_their_places_in_their_own_organisation()
    {
        await AppendAsync(Anna, 1);
        await AddAsync(0, 1, [Of(Anna, 1, ReviewCause.Flag, "ann")]);
        var place = (await Queue.ListAsync(All))[0].Place;

        Assert.Equal("ann", Assert.Single(await Queue.FindAsync("acme", [place, place + 1])).Author);
        Assert.Empty(await Queue.FindAsync("contoso", [place]));
    }

    [Fact]
    public async Task Notices_are_listed_newest_first_and_seen_up_to_one_of_them_which_does_not_go_back()
    {
        await AppendAsync(Anna, 2);
        Assert.True(await Queue.AddAsync(Shard, 0, 2, new SurveillanceNews
        {
            Notices =
            [
                new NewNotice("acme", "ada", "cards", Anna, 1), new NewNotice("acme", "bo", "cards", Anna, 1), new NewNotice("acme", "ada", "words", Anna, 2),
            ],
        }));

        var notices = await Notices.ListAsync("acme", "ada", long.MaxValue, 10);
        Assert.Equal([("words", 2, false), ("cards", 1, false)], notices.Select(notice => (notice.Rule, notice.Version, notice.Seen)));
        Assert.Equal([notices[1]], await Notices.ListAsync("acme", "ada", notices[0].Id, 10));
        await Notices.SeeAsync("acme", "ada", notices[1].Id);
        await Notices.SeeAsync("acme", "ada", 0);
        Assert.Equal([false, true], (await Notices.ListAsync("acme", "ada", long.MaxValue, 10)).Select(notice => notice.Seen));
        Assert.Equal(1, await Notices.UnseenAsync("acme", "ada"));
        Assert.Equal(1, await Notices.UnseenAsync("acme", "bo"));
        Assert.Empty(await Notices.ListAsync("contoso", "ada", long.MaxValue, 10));
    }

    private static QueueQuery All { get; } = new("acme", ReviewState.Open) { Limit = 10 };

    private static NewReview Of(ConversationKey conversation, long version, ReviewCause cause, string? author = null) =>
        new(conversation, version, author, cause);

    private static QueuedDecision Decided(long act, ReviewOutcome outcome) => new(act, outcome, "cora", Noon);

    private async Task AddAsync(long after, long through, IReadOnlyList<NewReview> reviews) =>
        Assert.True(await Queue.AddAsync(Shard, after, through, new SurveillanceNews { Reviews = reviews }));

    private async Task DecideAsync(long after, long through, QueuedDecision decision) =>
        Assert.True(await Queue.AddAsync(Shard, after, through, new SurveillanceNews { Decisions = [new NewDecision(Anna, 1, decision)] }));

    private async Task<List<(ConversationKey Conversation, long Version)>> ListAsync(QueueQuery query) =>
        [.. (await Queue.ListAsync(query)).Select(message => (message.Conversation, message.Version))];

    private Task<long> AppendAsync(ConversationKey conversation, int count) => Port<Log.IConversationLog>().MustAppendAsync(Step(conversation, 0, count));
}
