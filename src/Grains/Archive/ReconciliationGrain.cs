using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using MultiLine.Domain;
using MultiLine.Domain.Ledger;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Ledger;

namespace MultiLine.Grains.Archive;

/// <summary>
/// First the archive catches up, so that only what it overlooked counts as missing. Reports are kept as JSON without their number, which
/// storage gives.
/// </summary>
[GrainType("reconciliation")]
public sealed class ReconciliationGrain(
    IReconciliations reconciliations, ArchiveShards shards, TimeProvider time, ILogger<ReconciliationGrain> logger)
    : Grain, IReconciliationGrain, IRemindable
{
    private const string Reminder = "reconcile";
    private const int ConversationsAtOnce = 500;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private string Organization => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken) => SetReminder();

    /// <summary>Each minute it is asked whether a day has passed: a reminder of a day would begin anew with each activation.</summary>
    private Task<IGrainReminder> SetReminder() => this.RegisterOrUpdateReminder(Reminder, Minute, Minute);

    public Task Wake() => Task.CompletedTask;

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        try
        {
            if (await GetReports(long.MaxValue, 1) is not [var newest] || new StoredWait(newest.StartedAt, Day).IsOver(time.GetUtcNow()))
            {
                await Run();
            }
        }
        catch (Exception e)
        {
            logger.NotReconciled(e, Organization);
        }
    }

    public async Task<ReconciliationReport> Run()
    {
        var started = time.GetUtcNow();
        string[] names = [.. Enumerable.Range(0, shards.Count).Select(shard => TreeHead.ShardName(Organization, shard))];
        foreach (var shard in names)
        {
            await GrainFactory.GetGrain<IArchiveGrain>(shard).CatchUp();
        }

        var days = new SortedDictionary<DateOnly, DayCount>();
        List<ConversationKey> incomplete = [];
        var step = await Compare(names, null, started);
        for (; step.Last is not null; step = await Compare(names, step.Last, started))
        {
            foreach (var day in step.Days)
            {
                days[day.Day] = days.TryGetValue(day.Day, out var sum)
                    ? new(day.Day, sum.Events + day.Events, sum.Archived + day.Archived, sum.Doubled + day.Doubled)
                    : day;
            }

            incomplete.AddRange(step.Incomplete);
        }

        var healed = await Heal(incomplete);
        var report = new ReconciliationReport(
            0,
            started,
            time.GetUtcNow(),
            days.Values.Sum(day => day.Events),
            days.Values.Sum(day => day.Archived),
            days.Values.Sum(day => day.Events - day.Archived),
            days.Values.Sum(day => day.Doubled),
            healed,
            days.Values.Select(ToContract).ToList());
        if (report is not { Missing: 0, Doubled: 0 })
        {
            logger.ArchiveDiffered(Organization, report.Missing, report.Doubled, healed);
        }

        var number = await reconciliations.AddAsync(Organization, JsonSerializer.SerializeToUtf8Bytes(report));
        return report with { Number = number };
    }

    public async Task<IReadOnlyList<ReconciliationReport>> GetReports(long before, int limit) =>
        (await reconciliations.ReadAsync(Organization, before, limit))
            .Select(kept => JsonSerializer.Deserialize<ReconciliationReport>(kept.Body)! with { Number = kept.Number }).ToList();

    private Task<ReconciliationStep> Compare(IReadOnlyList<string> names, ConversationKey? after, DateTimeOffset before) =>
        reconciliations.CompareAsync(Organization, names, after, ConversationsAtOnce, before);

    private async Task<int> Heal(IEnumerable<ConversationKey> incomplete)
    {
        var healed = 0;
        foreach (var shard in incomplete.GroupBy(conversation => Follower.Archive(conversation, shards.Count).Key))
        {
            healed += await GrainFactory.GetGrain<IArchiveGrain>(shard.Key).Heal(shard.Select(conversation => conversation.ToString()).ToList());
        }

        return healed;
    }

    private static ReconciledDay ToContract(DayCount day) => new(
        day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.Events, day.Archived, day.Events - day.Archived, day.Doubled);
}
