using MultiLine.Domain;
using MultiLine.Storage.Ledger;
using MultiLine.Storage.Log;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class ReconciliationsContract : StorageContract
{
    private const string Shard = "acme/0";
    private const string OtherShard = "acme/1";

    private static readonly DateOnly Today = new(2026, 3, 1);

    private IReconciliations Reconciliations => Port<IReconciliations>();

    [Fact]
    public async Task Events_archived_missing_and_double_are_counted_by_day()
    {
        await LogAsync(Anna, Noon, Noon.AddDays(1), Noon.AddDays(1));
        await LogAsync(Bert, Noon);
        await ArchiveAsync(Shard, (Anna, 1), (Anna, 3), (Bert, 1));
        await ArchiveAsync(OtherShard, (Bert, 1));

        var step = await CompareAsync(null, 10);

        Assert.Equal(Bert, step.Last);
        Assert.Equal([new DayCount(Today, 2, 2, 1), new DayCount(Today.AddDays(1), 2, 1, 0)], step.Days);
        Assert.Equal([Anna], step.Incomplete);
        Assert.Equal([2], await Reconciliations.MissingAsync(Shard, Anna, 10));
        Assert.Equal([1, 2], await Reconciliations.MissingAsync(OtherShard, Anna, 2));
    }

    [Fact]
    public async Task Conversations_are_compared_in_steps_and_other_organisations_left_out()
    {
        await LogAsync(Anna, Noon);
        await LogAsync(Bert, Noon);
        await LogAsync(Cora, Noon);
        await LogAsync(Anna with { Organization = "acme-2" }, Noon);
        await LogAsync(Anna with { Organization = "acmf" }, Noon);
        await LogAsync(Anna with { Organization = "acm" }, Noon);

        var first = await CompareAsync(null, 2);
        var second = await CompareAsync(first.Last, 2);
        var third = await CompareAsync(second.Last, 2);

        Assert.Equal((Bert, 2), (first.Last, first.Days.Sum(day => day.Events)));
        Assert.Equal((Cora, 1), (second.Last, second.Days.Sum(day => day.Events)));
        Assert.Null(third.Last);
        Assert.Empty(third.Days);
    }

    [Fact]
    public async Task Events_that_are_too_new_are_left_out()
    {
        await LogAsync(Anna, Noon, Noon.AddHours(2));

        var step = await Reconciliations.CompareAsync("acme", [Shard], null, 10, Noon.AddHours(2));

        Assert.Equal([new DayCount(Today, 1, 0, 0)], step.Days);
    }

    [Fact]
    public async Task Events_that_are_dated_far_ahead_are_from_before_the_clock_was_set_back_and_are_compared()
    {
        await LogAsync(Anna, Noon, Noon.AddDays(1).AddHours(2), Noon.AddYears(10));

        var step = await Reconciliations.CompareAsync("acme", [Shard], null, 10, Noon.AddHours(2));

        Assert.Equal(2, step.Days.Sum(day => day.Events));
        Assert.Equal([Anna], step.Incomplete);
    }

    [Fact]
    public async Task Reports_are_numbered_and_read_newest_first()
    {
        Assert.Equal(1, await Reconciliations.AddAsync("acme", [1]));
        Assert.Equal(2, await Reconciliations.AddAsync("acme", [2]));
        Assert.Equal(1, await Reconciliations.AddAsync("other", [3]));

        Assert.Equal([(2, 2), (1, 1)], (await Reconciliations.ReadAsync("acme", long.MaxValue, 10)).Select(kept => (kept.Number, kept.Body[0])));
        Assert.Equal([1], (await Reconciliations.ReadAsync("acme", 2, 10)).Select(kept => kept.Number));
        Assert.Single(await Reconciliations.ReadAsync("acme", long.MaxValue, 1));
    }

    private Task<ReconciliationStep> CompareAsync(ConversationKey? after, int conversations) =>
        Reconciliations.CompareAsync("acme", [Shard, OtherShard], after, conversations, Noon.AddYears(1));

    private async Task LogAsync(ConversationKey conversation, params DateTimeOffset[] times) =>
        await Port<IConversationLog>().MustAppendAsync(new AppendRequest
        {
            Conversation = conversation,
            ExpectedVersion = 0,
            Events = [.. times.Select((time, i) => Event(i + 1) with { RecordedAt = time })],
        });

    private async Task ArchiveAsync(string shard, params (ConversationKey Conversation, long Version)[] events) =>
        Assert.True(await Port<ILedger>().AppendAsync(
            shard,
            LedgerHead.Start(shard),
            [.. events.Select((e, i) => new LedgerEntry(i + 1, e.Conversation, e.Version, new byte[32], new byte[32], Noon))]));
}
