using System.Text;
using MultiLine.Domain;
using MultiLine.Storage.Followers;
using MultiLine.Storage.Log;
using MultiLine.Storage.Outbound;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class ConversationLogContract : StorageContract
{
    private const string Number = "acme/whatsapp/100";

    private IConversationLog Log => Port<IConversationLog>();

    [Fact]
    public async Task What_was_appended_is_read_back_to_the_byte_and_the_microsecond()
    {
        var row = new LogRow(
            1, "message-accepted", 3, "m1", Noon.AddMicroseconds(123_457), Noon.AddSeconds(-2).ToOffset(TimeSpan.FromHours(5)),
            Encoding.UTF8.GetBytes("""{"text":"größe 👍"}"""));
        await Log.MustAppendAsync(Step(Anna, 0) with { Events = [row, Event(2)] });

        var read = await Log.ReadAllAsync(Anna);

        Assert.Equal([1, 2], read.Select(r => r.Version));
        Assert.Equal(row with { Body = read[0].Body }, read[0]);
        Assert.Equal(row.Body, read[0].Body);
        Assert.Null(read[1].ProviderAt);
        Assert.Null(read[1].MessageId);
    }

    [Fact]
    public async Task The_whole_step_is_stored_together()
    {
        var appended = await Log.MustAppendAsync(FullStep(Anna, 0));

        Assert.Equal(2, appended);
        Assert.Equal(2, (await Log.ReadAllAsync(Anna)).Count);
        Assert.Equal(new ClaimHolder("acme/whatsapp/100", "wamid.1", Anna, 2), await Log.FindClaimAsync("acme/whatsapp/100", "wamid.1"));
        Assert.Equal([7, 8, 9], (await Log.ReadContentAsync(Anna, [1, 2]))[2]);
        var mark = Assert.Single(await Port<IFollowerMarks>().ReadAsync("archive/acme/0", 0, 10));
        Assert.Equal((Anna, 2), (mark.Conversation, mark.Version));
        Assert.Equal([new QueuedMessage(Number, Anna, "m1", Noon, 1)], await Port<IOutboundQueue>().ReadDueHeadsAsync(Number, Noon, 0, 10));
    }

    [Fact]
    public async Task The_conversations_of_an_organisation_are_listed_by_key_and_no_others()
    {
        ConversationKey[] others = [new("acm", "sales", "anna"), new("acme-north", "sales", "anna"), new("acme0", "sales", "anna"), new("acmf", "sales", "anna")];
        foreach (var conversation in (ConversationKey[])[Cora, Anna, .. others, Bert])
        {
            await Log.MustAppendAsync(Step(conversation, 0, count: 3));
        }

        Assert.Equal([Anna, Bert, Cora], await Log.ListAsync("acme", after: null, 10));
        Assert.Equal([Anna, Bert], await Log.ListAsync("acme", after: null, 2));
        Assert.Equal([Cora], await Log.ListAsync("acme", after: Bert, 2));
        Assert.Empty(await Log.ListAsync("acme", after: Cora, 2));
        Assert.Empty(await Log.ListAsync("nobody", after: null, 2));
    }

    [Fact]
    public async Task An_original_is_stored_beside_the_content_and_read_by_itself()
    {
        await Log.MustAppendAsync(Step(Anna, 0, count: 3) with
        {
            Content = new Dictionary<long, byte[]> { [2] = [1] },
            Originals = new Dictionary<long, byte[]> { [2] = [2, 2], [3] = [3] },
        });

        Assert.Equal([2, 2], await Log.ReadOriginalAsync(Anna, 2));
        Assert.Equal([3], await Log.ReadOriginalAsync(Anna, 3));
        Assert.Null(await Log.ReadOriginalAsync(Anna, 1));
        Assert.Null(await Log.ReadOriginalAsync(Bert, 2));
        Assert.Equal([1], (await Log.ReadContentAsync(Anna, [1, 2, 3]))[2]);
    }

    [Fact]
    public async Task A_stale_step_is_told_the_actual_version_and_leaves_nothing()
    {
        await Log.MustAppendAsync(Step(Anna, 0, count: 3));

        var result = await Log.AppendAsync(FullStep(Anna, 1));

        Assert.Equal(new AppendResult.VersionConflict(3), result);
        await AssertOnlyEventsAsync(Anna, 3);
    }

    [Fact]
    public async Task A_step_from_the_future_is_refused_so_that_no_gap_arises()
    {
        Assert.Equal(new AppendResult.VersionConflict(0), await Log.AppendAsync(FullStep(Anna, 5)));
        await AssertOnlyEventsAsync(Anna, 0);
    }

    [Fact]
    public async Task A_duplicate_is_answered_with_the_holder_even_when_its_version_is_stale_too()
    {
        await Log.MustAppendAsync(Step(Bert, 0) with { Claims = [new Claim("acme/whatsapp/100", "wamid.1", 1)] });
        await Log.MustAppendAsync(Step(Anna, 0));

        var result = await Log.AppendAsync(FullStep(Anna, 0));

        Assert.Equal(new AppendResult.AlreadyClaimed(new ClaimHolder("acme/whatsapp/100", "wamid.1", Bert, 1)), result);
        await AssertOnlyEventsAsync(Anna, 1);
    }

    [Fact]
    public async Task The_same_key_in_another_scope_is_another_claim()
    {
        await Log.MustAppendAsync(Step(Anna, 0) with { Claims = [new Claim("acme/whatsapp/100", "k", 1)] });
        await Log.MustAppendAsync(Step(Bert, 0) with { Claims = [new Claim("acme/whatsapp/200", "k", 1)] });

        Assert.Equal(Bert, (await Log.FindClaimAsync("acme/whatsapp/200", "k"))!.Conversation);
        Assert.Null(await Log.FindClaimAsync("acme/whatsapp/300", "k"));
    }

    [Fact]
    public async Task Of_many_racing_writers_exactly_one_wins_each_version()
    {
        const int Writers = 16, Versions = 10;
        async Task<int> WinsAsync()
        {
            var wins = 0;
            for (long expected = 0; expected < Versions; expected++)
                wins += await Log.AppendAsync(Step(Anna, expected)) is AppendResult.Appended ? 1 : 0;
            return wins;
        }

        var winsByWriter = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(WinsAsync)));

        Assert.Equal(Versions, winsByWriter.Sum());
        Assert.Equal(Enumerable.Range(1, Versions).Select(v => (long)v), (await Log.ReadAllAsync(Anna)).Select(row => row.Version));
    }

    [Fact]
    public async Task Of_many_racing_duplicates_exactly_one_takes_the_claim()
    {
        var contacts = Enumerable.Range(0, 32).Select(i => Anna with { Contact = $"c{i}" });

        var results = await Task.WhenAll(contacts.Select(contact => Task.Run(() =>
            Log.AppendAsync(Step(contact, 0) with { Claims = [new Claim("acme/whatsapp/100", "wamid.1", 1)] }))));

        var holder = await Log.FindClaimAsync("acme/whatsapp/100", "wamid.1");
        Assert.Single(results.OfType<AppendResult.Appended>());
        Assert.All(results.OfType<AppendResult.AlreadyClaimed>(), refused => Assert.Equal(holder, refused.Holder));
        Assert.Equal(31, results.OfType<AppendResult.AlreadyClaimed>().Count());
    }

    [Fact]
    public async Task Pages_run_forwards_and_backwards_without_overlap()
    {
        await Log.MustAppendAsync(Step(Anna, 0, count: 7));
        await Log.MustAppendAsync(Step(Bert, 0, count: 2));

        Assert.Equal([4, 5, 6], (await Log.ReadAsync(Anna, 3, 3)).Select(row => row.Version));
        Assert.Equal([7], (await Log.ReadAsync(Anna, 6, 3)).Select(row => row.Version));
        Assert.Empty(await Log.ReadAsync(Anna, 7, 3));
        Assert.Equal([7, 6, 5], (await Log.ReadBackwardsAsync(Anna, long.MaxValue, 3)).Select(row => row.Version));
        Assert.Equal([2, 1], (await Log.ReadBackwardsAsync(Anna, 3, 3)).Select(row => row.Version));
    }

    [Fact]
    public async Task The_logs_of_many_conversations_are_read_at_once_up_to_a_number_of_events()
    {
        await Log.MustAppendAsync(Step(Anna, 0, count: 3));
        await Log.MustAppendAsync(Step(Bert, 0, count: 2));

        var all = await Log.ReadAsync([new(Anna, 1, 3), new(Cora, 0, 1), new(Bert, 2, 3), new(Bert with { Contact = "c1" }, 0, 1)], 10);
        var some = await Log.ReadAsync([new(Anna, 1, 3), new(Bert, 0, 2), new(Cora, 0, 1)], 3);
        var part = await Log.ReadAsync([new(Anna, 0, 2), new(Bert, 1, 5)], 10);

        Assert.Equal([2, 3], all[Anna].Select(row => row.Version));
        Assert.Equal([Anna, Cora, Bert, Bert with { Contact = "c1" }], all.Keys);
        Assert.All(all.Where(read => read.Key != Anna), read => Assert.Empty(read.Value));
        Assert.Equal([(Anna, 2), (Bert, 1)], some.Select(read => (read.Key, read.Value.Count)));
        Assert.Equal([1, 2], part[Anna].Select(row => row.Version));
        Assert.Equal([2], part[Bert].Select(row => row.Version));
    }

    [Fact]
    public async Task An_append_says_where_it_stands_among_all()
    {
        var first = Assert.IsType<AppendResult.Appended>(await Log.AppendAsync(Step(Anna, 0, count: 2)));
        var second = Assert.IsType<AppendResult.Appended>(await Log.AppendAsync(FullStep(Bert, 0)));

        Assert.True(second.Place > first.Place);
        Assert.Equal(second.Place, (await Port<IFollowerMarks>().HeadAsync("archive/acme/0")).Log);
    }

    [Fact]
    public async Task The_events_of_some_messages_are_found_in_their_own_conversation_only()
    {
        await Log.MustAppendAsync(Step(Anna, 0) with { Events = [Event(1, "m1"), Event(2, "m2"), Event(3), Event(4, "m1"), Event(5, "m3")] });
        await Log.MustAppendAsync(Step(Bert, 0) with { Events = [Event(1, "m1")] });

        Assert.Equal([1, 4, 5], (await Log.ReadMessagesAsync(Anna, ["m3", "m1"])).Select(row => row.Version));
        Assert.Empty(await Log.ReadMessagesAsync(Anna, []));
    }

    [Fact]
    public async Task Content_is_read_only_where_there_is_some()
    {
        await Log.MustAppendAsync(Step(Anna, 0, count: 3) with { Content = new Dictionary<long, byte[]> { [1] = [1], [3] = [3] } });

        var content = await Log.ReadContentAsync(Anna, [1, 2, 9]);

        Assert.Equal([1], content.Keys);
        Assert.Empty(await Log.ReadContentAsync(Bert, [1]));
        Assert.Equal([new LogPlace(Anna, 3)], (await Log.ReadContentAsync([new(Anna, 2), new(Anna, 3), new(Bert, 1)])).Keys);
    }

    [Fact]
    public async Task A_step_that_contradicts_itself_is_refused_before_anything_is_written()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Log.AppendAsync(Step(Anna, 0) with { Events = [] }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Log.AppendAsync(Step(Anna, 0) with { Events = [Event(1), Event(3)] }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Log.AppendAsync(Step(Anna, 0) with { Claims = [new Claim("s", "k", 2)] }));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Log.AppendAsync(Step(Anna, 0) with { Content = new Dictionary<long, byte[]> { [0] = [1] } }));
        await AssertOnlyEventsAsync(Anna, 0);
    }

    [Fact]
    public async Task A_step_that_breaks_half_way_leaves_nothing_and_harms_no_other()
    {
        var twiceTheSameClaim = FullStep(Anna, 0) with { Claims = [new Claim("s", "k", 1), new Claim("s", "k", 2)] };
        var others = Enumerable.Range(0, 20).Select(i => Step(Anna with { Contact = $"c{i}" }, 0)).ToArray();

        var broken = Task.Run(() => Log.AppendAsync(twiceTheSameClaim));
        var appended = await Task.WhenAll(others.Select(step => Log.AppendAsync(step)));

        await Assert.ThrowsAnyAsync<Exception>(() => broken);
        Assert.All(appended, result => Assert.Equal(1, Assert.IsType<AppendResult.Appended>(result).Version));
        Assert.Null(await Log.FindClaimAsync("s", "k"));
        await AssertOnlyEventsAsync(Anna, 0);
    }

    [Fact]
    public async Task A_caller_who_has_given_up_before_its_turn_writes_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Log.AppendAsync(Step(Anna, 0), cancelled.Token));

        Assert.Empty(await Log.ReadAllAsync(Anna));
    }

    [Fact]
    public async Task Everything_is_there_after_closing_and_opening()
    {
        await Log.MustAppendAsync(FullStep(Anna, 0));

        await Storage.ReopenAsync();

        Assert.Equal(2, (await Log.ReadAllAsync(Anna)).Count);
        Assert.NotNull(await Log.FindClaimAsync("acme/whatsapp/100", "wamid.1"));
        Assert.Single(await Log.ReadContentAsync(Anna, [2]));
        Assert.Single(await Port<IFollowerMarks>().ReadAsync("archive/acme/0", 0, 10));
        Assert.Single(await Port<IOutboundQueue>().DepthsAsync());
        Assert.Equal(3, await Log.MustAppendAsync(Step(Anna, 2)));
    }

    private static AppendRequest FullStep(ConversationKey conversation, long expected) => Step(conversation, expected, count: 2) with
    {
        Claims = [new Claim("acme/whatsapp/100", "wamid.1", expected + 2)],
        Content = new Dictionary<long, byte[]> { [expected + 2] = [7, 8, 9] },
        Followers = ["archive/acme/0", "inbox/acme/sales"],
        Enqueue = [new QueueEntry(Number, "m1", Noon)],
    };

    private async Task AssertOnlyEventsAsync(ConversationKey conversation, int events)
    {
        Assert.Equal(events, (await Log.ReadAllAsync(conversation)).Count);
        Assert.Empty(await Log.ReadContentAsync(conversation, [1, 2, 3, 4, 5, 6, 7]));
        Assert.Empty(await Port<IFollowerMarks>().FollowersAsync());
        Assert.Empty(await Port<IOutboundQueue>().DepthsAsync());
    }
}
