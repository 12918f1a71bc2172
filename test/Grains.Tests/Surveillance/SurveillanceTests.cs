using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Audit;
using MultiLine.Grains.Interfaces.Surveillance;
using MultiLine.Grains.Tests.Policies;
using MultiLine.Grains.Tests.Running;
using MultiLine.Storage.Surveillance;

namespace MultiLine.Grains.Tests.Surveillance;

/// <summary>What compliance officers are to look at, what they decide, and who is told.</summary>
public sealed class SurveillanceTests
{
    private const string Officer = "cora";

    [Fact]
    public async Task What_policy_found_waits_in_the_review_queue_with_all_that_people_are_shown_of_it()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(Rules.Cards("redact")));
        var talk = await product.OpenTalk();
        await talk.Hears($"It is {Rules.Card}, {new string('x', 500)}");
        await product.PutInForce(Rules.Policy(Rules.Cards("block")));
        await talk.Send($"Take {Rules.Card}");

        var page = await Queue(product);

        Assert.Equal((2, 0, 0, 0), (page.Open, page.Escalated, page.Closed, page.Behind));
        Assert.Equal(
            [("block", "message_blocked", null, Firms.Person), ("redact", "message_received", $"It is [payment card], {new string('x', 500)}", null)],
            page.Items.Select(item => (item.Cause, item.Message.Type, item.Message.Excerpt, item.Message.Author)));
        Assert.Equal(["Payment cards"], page.Items[0].Message.Rules);
        Assert.Equal("redact", Assert.Single((await Queue(product, query => query with { Cause = "redact" })).Items).Cause);
        Assert.Equal("block", Assert.Single((await Queue(product, query => query with { Author = Firms.Person })).Items).Cause);
        var first = await Queue(product, query => query with { Limit = 1 });
        Assert.Equal("redact", Assert.Single((await Queue(product, query => query with { Before = first.Before })).Items).Cause);
    }

    [Fact]
    public async Task A_decision_is_recorded_with_its_note_and_the_newest_one_counts()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(Rules.Cards("flag")));
        var talk = await product.OpenTalk();
        await talk.Hears($"It is {Rules.Card}");
        var place = (await Queue(product)).Items[0].Message.Place;

        Assert.Null(await Decide(product, "escalated", "Ask legal", place));
        Assert.Equal(Officer, Assert.Single((await Queue(product, query => query with { State = "escalated" })).Items[0].Decisions).Person);
        Assert.Null(await Decide(product, "no_issue", "", place));

        var closed = await Queue(product, query => query with { State = "closed" });
        Assert.Equal([("escalated", "Ask legal"), ("no_issue", null)], Assert.Single(closed.Items).Decisions.Select(decision => (decision.Outcome, decision.Note)));
        Assert.Equal((0, 0, 1), (closed.Open, closed.Escalated, closed.Closed));
        var acts = (await product.Grains.GetGrain<IAuditGrain>(Firms.Northwind).GetActs(null, 10)).Acts;
        Assert.Equal(["messages_reviewed", "messages_reviewed", "policy_changed"], acts.Select(act => act.Type));
        Assert.Contains(talk.Key.ToString(), acts[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_decides_about_messages_of_their_own_or_of_another_firm()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(Rules.Cards("flag")));
        var talk = await product.OpenTalk();
        await talk.Delivered($"It is {Rules.Card}");
        var place = (await Queue(product)).Items[0].Message.Place;

        Assert.Equal("own_message", (await Decide(product, "no_issue", "", [place], Firms.Person))?.Code);
        Assert.Equal("not_found", (await Decide(product, "no_issue", "", place, place + 1000))?.Code);
        Assert.Equal("not_found", (await Review(product, Firms.Contoso).Decide(new ReviewDecision(Officer, new List<long> { place }, "no_issue", "")))?.Code);

        Assert.Equal(1, (await Queue(product)).Open);
    }

    [Fact]
    public async Task Whom_a_rule_names_is_told_of_each_message_and_of_nothing_that_it_says()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(Rules.Cards("redact", notify: [Firms.Administrator])));
        var talk = await product.OpenTalk();
        await talk.Hears($"It is {Rules.Card}");
        await talk.Delivered($"Not {Rules.Card}");

        var notices = Notices(product, Firms.Administrator);
        var page = await notices.GetNotices(null, 10);

        Assert.Equal(2, page.Unseen);
        Assert.Equal(
            [("Payment cards", "redact", false, Firms.Person, false), ("Payment cards", "redact", true, null, false)],
            page.Items.Select(notice => (notice.Rule, notice.Action, notice.Inbound, notice.Author, notice.Seen)));
        Assert.All(page.Items, notice => Assert.Equal((Firms.Northwind, Firms.Line, talk.Key.Contact), (notice.Organization, notice.Line, notice.Contact)));
        await notices.See(page.Items[0].Id);
        Assert.Equal(0, (await notices.GetNotices(null, 10)).Unseen);
        Assert.Empty((await Notices(product, Firms.Person).GetNotices(null, 10)).Items);
    }

    [Fact]
    public async Task As_many_other_messages_as_the_policy_says_are_sampled()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce($$"""{ "schema": 1, "sampling": { "people": [{ "person": "{{Firms.Person}}", "percent": 100 }] } }""");
        var talk = await product.OpenTalk();
        await talk.Hears("Good morning");
        await talk.Delivered("Good morning to you");

        var item = Assert.Single((await Queue(product, query => query with { Cause = "sample" })).Items);

        Assert.Equal(("Good morning to you", Firms.Person), (item.Message.Excerpt, item.Message.Author));
    }

    [Fact]
    public async Task The_queue_is_the_same_after_a_crash_and_nobody_is_told_twice()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(Rules.Cards("flag", notify: [Firms.Administrator])));
        var talk = await product.OpenTalk();
        await talk.Hears($"It is {Rules.Card}");
        await Decide(product, "violation", "Noted", (await Queue(product)).Items[0].Message.Place);
        await talk.Hears($"And {Rules.Card}");

        await product.KillAndStartAsync();

        var page = await Queue(product);
        Assert.Equal((1, 0, 1), (page.Open, page.Escalated, page.Closed));
        Assert.Equal(2, (await Notices(product, Firms.Administrator).GetNotices(null, 10)).Unseen);
    }

    [Fact]
    public async Task It_follows_within_a_minute_though_nobody_looks()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(Rules.Cards("flag", notify: [Firms.Administrator])));
        var talk = await product.OpenTalk();
        await talk.Hears($"It is {Rules.Card}");
        await product.Archive().CatchUp();

        await product.UntilInTime(
            async () => await product.Service<INotices>().UnseenAsync(Firms.Northwind, Firms.Administrator) == 1, TimeSpan.FromSeconds(20), "Nobody was told.");
    }

    [Fact]
    public async Task What_was_disposed_of_stays_in_the_queue_without_what_it_said()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(Rules.Cards("flag")));
        var talk = await product.OpenTalk();
        await talk.Hears($"It is {Rules.Card}");
        await Queue(product);

        await product.DisposeOfContents(talk.Key);

        Assert.Null(Assert.Single((await Queue(product)).Items).Message.Excerpt);
    }

    private static Task<ReviewPage> Queue(Product product, Func<ReviewQuery, ReviewQuery>? narrowed = null)
    {
        var query = new ReviewQuery("open", 10);
        return Review(product).GetMessages(narrowed?.Invoke(query) ?? query);
    }

    private static Task<Refused?> Decide(Product product, string outcome, string note, params long[] places) =>
        Decide(product, outcome, note, places, Officer);

    private static Task<Refused?> Decide(Product product, string outcome, string note, long[] places, string person) =>
        Review(product).Decide(new ReviewDecision(person, places.ToList(), outcome, note));

    private static IReviewGrain Review(Product product, string organization = Firms.Northwind) => product.Grains.GetGrain<IReviewGrain>(organization);

    private static INoticesGrain Notices(Product product, string person) =>
        product.Grains.GetGrain<INoticesGrain>(GrainKeys.Person(Firms.Northwind, person));
}
