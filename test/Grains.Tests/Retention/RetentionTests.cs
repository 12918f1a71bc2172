using MultiLine.Domain.Consent;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Grains.Interfaces.Audit;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Retention;
using MultiLine.Grains.Tests.Running;
using MultiLine.Storage.Log;
using MultiLine.Storage.RawInbox;
using MultiLine.Storage.Retention;

namespace MultiLine.Grains.Tests.Retention;

/// <summary>What is kept no longer, and what is kept all the same.</summary>
public sealed class RetentionTests
{
    private static readonly RecordingTerms OneDay = new(Recorded: false, null, 1);

    [Fact]
    public async Task What_is_kept_no_longer_is_gone_from_thread_inbox_and_files_without_being_asked_for_and_its_proof_stays()
    {
        await using var product = await Product.StartAsync();
        await Choose(product, OneDay);
        var talk = await product.OpenTalk();
        var message = await talk.Delivered("The meeting is at noon");
        await product.Idle();
        var boxes = await Boxes(product, talk);
        Assert.All(boxes, box => Assert.True(product.Stores(box)));
        var log = await talk.Log();

        await product.UntilInTime(
            async () => (await talk.Conversation.GetMessage(message.MessageId))!.NoLongerKept, TimeSpan.FromMinutes(30), "disposal");
        await Ended(product, Firms.Northwind);

        Assert.All(await talk.Messages(), shown => Assert.Equal((null, true), (shown.Text, shown.NoLongerKept)));
        Assert.Null(Assert.Single(await product.Threads()).Preview);
        Assert.All(boxes, box => Assert.False(product.Stores(box)));
        Assert.Equal(log.Select(entry => entry.Body), (await talk.Log()).Take(log.Count).Select(entry => entry.Body));
        Assert.Equal(0, (await product.Grains.GetGrain<IReconciliationGrain>(Firms.Northwind).Run()).Missing);
        var act = Assert.Single((await Acts(product)).Acts, act => act.Type == "content_disposed");
        Assert.Contains("inbox_1_days", act.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_shows_that_a_contact_consented_stays()
    {
        await using var product = await Product.StartAsync();
        await Choose(product, OneDay);
        var talk = await product.Talk();
        Talk.Taken(await talk.Ask());
        await talk.Shows("Do you agree?");
        var answer = await talk.HearsTap("Yes");
        var message = await talk.Delivered("Good morning");

        await DisposeIn(product, TimeSpan.FromDays(2));

        Assert.True((await talk.Conversation.GetMessage(message.MessageId))!.NoLongerKept);
        Assert.Equal("Yes", (await talk.Conversation.GetMessage(answer.MessageId))!.Text);
        Assert.Contains("Do you agree?", (await talk.Messages())[0].Text, StringComparison.Ordinal);
        Assert.Equal(Words.Of(ConsentStatus.Granted), (await talk.Standing()).Consent);
    }

    [Fact]
    public async Task Where_it_is_recorded_content_stays_for_its_class_and_where_nobody_chose_for_good()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await DisposeIn(product, TimeSpan.FromDays(400));
        Assert.False((await talk.Messages())[0].NoLongerKept);

        await Choose(product, new RecordingTerms(Recorded: true, 3, null));
        await DisposeIn(product, TimeSpan.FromDays(400));
        Assert.False((await talk.Messages())[0].NoLongerKept);

        await DisposeIn(product, TimeSpan.FromDays(400));
        Assert.True((await talk.Messages())[0].NoLongerKept);
    }

    [Fact]
    public async Task A_hold_keeps_what_it_covers_until_it_is_lifted()
    {
        await using var product = await Product.StartAsync();
        await Choose(product, OneDay);
        var held = await product.OpenTalk();
        var other = await product.OpenTalk("+4915199900001", "Grace Hopper");
        var hold = Taken(await Retention(product).PlaceHold(
            new HoldRequest("cora", "Inquiry 7", new HoldCover(null, held.Key.Contact, null, null, null), "The court asks for it.")));

        await DisposeIn(product, TimeSpan.FromDays(2));

        Assert.Equal("Good morning", (await held.Messages())[0].Text);
        Assert.True((await other.Messages())[0].NoLongerKept);
        Assert.Equal(1, (await Runs(product))[0].Held);

        var lifted = Taken(await Retention(product).LiftHold(new HoldEnd(hold.Id, "cora", "The case is closed.")));
        Assert.Equal("cora", lifted.LiftedBy);
        Assert.Equal(lifted, Taken(await Retention(product).LiftHold(new HoldEnd(hold.Id, "cora", "Again."))));
        await DisposeIn(product, TimeSpan.FromMinutes(1));
        Assert.True((await held.Messages())[0].NoLongerKept);
        Assert.Equal(
            [("hold_lifted", "The case is closed."), ("hold_placed", "The court asks for it.")],
            (await Acts(product)).Acts.Where(act => act.Type.StartsWith("hold_", StringComparison.Ordinal)).Select(act => (act.Type, act.Reason)));
    }

    [Theory]
    [InlineData("nowhere", null, 1, "not_found")]
    [InlineData(null, "nobody", 1, "not_found")]
    [InlineData(null, null, 0, "invalid_request")]
    public async Task A_hold_on_what_there_is_not_is_refused_and_places_nothing(string? line, string? contact, int days, string code)
    {
        await using var product = await Product.StartAsync();
        var now = product.Clock.GetUtcNow();

        var result = await Retention(product).PlaceHold(
            new HoldRequest("cora", "Inquiry", new HoldCover(line, contact, null, now, now + TimeSpan.FromDays(days)), "Why not"));

        Assert.Equal(code, result.Refusal?.Code);
        Assert.Empty(await Retention(product).GetHolds());
        Assert.Equal("not_found", (await Retention(product).LiftHold(new HoldEnd("nothing", "cora", "Why not"))).Refusal?.Code);
    }

    [Fact]
    public async Task A_run_that_the_process_did_not_live_to_finish_goes_on_after_the_start()
    {
        await using var product = await Product.StartAsync();
        await Choose(product, OneDay);
        var talk = await product.OpenTalk();
        await product.Idle();
        // What the inbox has yet to take in is left for a later run.
        await product.Threads();
        await product.Service<IDisposal>().BeginAsync(new DisposalRun(Firms.Northwind, "0-begun-before", "cora", product.Clock.GetUtcNow()));

        await product.KillAsync();
        product.Clock.Advance(TimeSpan.FromDays(1.5));
        await product.StartHostAsync();

        await product.UntilInTime(
            async () => (await Runs(product)).Single(run => run.Id == "0-begun-before").EndedAt is not null, TimeSpan.FromMinutes(1), "end of the run");
        Assert.True((await talk.Messages())[0].NoLongerKept);
        Assert.Single((await Acts(product)).Acts, act => act.Type == "content_disposed");
    }

    [Fact]
    public async Task What_is_no_longer_kept_can_not_be_sent_any_more()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await talk.Phone.Change(new { onWhatsApp = false });
        var failed = await talk.Accepted("Good morning to you");
        await talk.Becomes(failed.MessageId, "failed");
        await talk.Phone.Change(new { onWhatsApp = true });
        await talk.Hears("Here I am");
        await product.DisposeOfContents(talk.Key);

        Assert.Equal("no_longer_kept", (await talk.Retry(failed.MessageId)).Refusal?.Code);
        var sms = await talk.Conversation.SendAsSms(new SmsRequest(failed.MessageId, Firms.Person, product.NewRequestKey()));
        Assert.Equal("no_longer_kept", sms.Refusal?.Code);
    }

    [Fact]
    public async Task What_waited_for_consent_longer_than_it_is_kept_fails_with_the_reason()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk();
        var waiting = await talk.Accepted("Good morning to you", "existing_client");
        await talk.Shows("Do you agree?");
        await product.Idle();
        await product.DisposeOfContents(talk.Key);

        await talk.HearsTap("Yes");

        await talk.Becomes(waiting.MessageId, "failed");
        Assert.Equal("no_longer_kept", (await talk.Conversation.GetMessage(waiting.MessageId))!.Failure?.Code);
    }

    [Fact]
    public async Task What_is_chosen_is_recorded_once_and_a_line_goes_by_its_own()
    {
        await using var product = await Product.StartAsync();
        await Choose(product, OneDay);
        await Choose(product, OneDay);
        await Choose(product, new RecordingTerms(Recorded: true, 7, null), Firms.Line);

        var recording = (await Organization(product).GetRecording())!;
        Assert.Equal(OneDay, recording.Terms);
        Assert.Equal(7, Assert.Single(recording.Lines).InForce?.Years);
        Assert.Equal(2, (await Acts(product)).Acts.Count(act => act.Type == "recording_changed"));

        await Choose(product, null, Firms.Line);
        Assert.Equal(OneDay, Assert.Single((await Organization(product).GetRecording())!.Lines).InForce);
        var refused = await Organization(product).SetRecording(new RecordingChoice(Firms.Administrator, null, new RecordingTerms(Recorded: true, 4, null)));
        Assert.Equal("invalid_request", refused.Refusal?.Code);
    }

    [Fact]
    public async Task What_was_taken_in_leaves_the_raw_inbox_and_the_rest_stays_as_long_as_the_operator_wants()
    {
        await using var product = await Product.StartAsync(new ProductSettings { Product = { ["Retention:RawInboxDays"] = "10" } });
        foreach (var digest in new[] { "replayed", "open" })
        {
            await Inbox(product).AddAsync(new RawItem("whatsapp", digest, "unknown_number", [1, 2, 3], product.Clock.GetUtcNow()));
        }

        var replayed = (await Inbox(product).ReadAsync(null, 10)).Single(entry => entry.Item.Digest == "replayed");
        await Inbox(product).MarkReplayedAsync(replayed.Id, product.Clock.GetUtcNow());

        await DisposeIn(product, TimeSpan.FromDays(2), GrainKeys.SystemOrganization);
        Assert.Equal("open", Assert.Single(await Inbox(product).ReadAsync(null, 10)).Item.Digest);

        await DisposeIn(product, TimeSpan.FromDays(9), GrainKeys.SystemOrganization);
        Assert.Empty(await Inbox(product).ReadAsync(null, 10));
    }

    private static IRawInbox Inbox(Product product) => product.Service<IRawInbox>();

    private static async Task Choose(Product product, RecordingTerms? terms, string? line = null) =>
        Assert.Null((await Organization(product).SetRecording(new RecordingChoice(Firms.Administrator, line, terms))).Refusal);

    /// <summary>Disposes, when so much time has passed, of what is due then.</summary>
    private static async Task DisposeIn(Product product, TimeSpan time, string organization = Firms.Northwind)
    {
        await product.Idle();
        // What the inbox has yet to take in is left for a later run.
        await product.Threads();
        // While it is down: a running one would be reminded of everything in each of the minutes.
        await product.StopAsync();
        product.Clock.Advance(time);
        await product.StartHostAsync();
        await Retention(product, organization).Start("cora");
        await Ended(product, organization);
    }

    private static Task Ended(Product product, string organization) => product.UntilInTime(
        async () => (await Runs(product, organization)).All(run => run.EndedAt is not null), TimeSpan.FromSeconds(1), "end of the run");

    /// <summary>What is sealed of the talk.</summary>
    private static async Task<IReadOnlyCollection<byte[]>> Boxes(Product product, Talk talk) =>
        (await product.Service<IConversationLog>().ReadContentAsync(talk.Key, [.. (await talk.Log()).Select(entry => entry.Version)])).Values.ToList();

    private static HoldCard Taken(HoldResult result)
    {
        Assert.Null(result.Refusal);
        return result.Hold!;
    }

    private static Task<IReadOnlyList<DisposalReport>> Runs(Product product, string organization = Firms.Northwind) =>
        Retention(product, organization).GetRuns(null, 100);

    private static Task<AuditPage> Acts(Product product) => product.Grains.GetGrain<IAuditGrain>(Firms.Northwind).GetActs(null, 100);

    private static IOrganizationGrain Organization(Product product) => product.Grains.GetGrain<IOrganizationGrain>(Firms.Northwind);

    private static IRetentionGrain Retention(Product product, string organization = Firms.Northwind) =>
        product.Grains.GetGrain<IRetentionGrain>(organization);
}
