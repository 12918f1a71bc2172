using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MultiLine.Domain;
using MultiLine.Domain.Audit;
using MultiLine.Domain.Organizations;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Inbox;
using MultiLine.Grains.Interfaces.Retention;
using MultiLine.Storage.Audit;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Log;
using MultiLine.Storage.Media;
using MultiLine.Storage.Organizations;
using MultiLine.Storage.Retention;

namespace MultiLine.Grains.Retention;

/// <summary>
/// Walks through the conversations, a part of them in each turn, so that holds can be placed while it does. What is due each step decides where it
/// deletes. A run ends when the inboxes show nothing of it any more and the files beside the database hold nothing of it either.
/// </summary>
[GrainType("retention")]
public sealed partial class RetentionGrain(
    IDisposal disposal,
    KeptMedia media,
    IConversationLog log,
    IOrganizationStore organizations,
    AuditJournal audit,
    ArchiveShards shards,
    IOptions<RetentionOptions> options,
    TimeProvider time,
    ILogger<RetentionGrain> logger) : Grain, IRetentionGrain, IRemindable
{
    private const string Reminder = "dispose";
    private const int ConversationsAtOnce = 100;
    private const int EventsAtOnce = 500;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>A run is on its way, part after part.</summary>
    private bool _goesOn;

    private string Id => this.GetPrimaryKeyString();

    private string Archive => Follower.Archive(AuditLog.Of(Id), shards.Count).ToString();

    public override Task OnActivateAsync(CancellationToken cancellationToken) => SetReminder();

    public Task Wake() => Task.CompletedTask;

    public async Task<DisposalReport> Start(string person)
    {
        var run = await disposal.BeginAsync(new DisposalRun(Id, Ids.New(time), person, time.GetUtcNow()));
        await KeepGoing();
        return ToContract(run);
    }

    /// <summary>Each minute it is asked whether a run was cut short or a day has passed: a reminder of a day would begin anew with each activation.</summary>
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        try
        {
            if (await disposal.FindOpenAsync(Id) is not null)
            {
                await KeepGoing();
            }
            else if (await IsDue())
            {
                await Start(AuditEvent.BySystem);
            }
        }
        catch (Exception e)
        {
            logger.NotDisposed(e, Id);
        }
    }

    public async Task GoOn()
    {
        _goesOn = false;
        try
        {
            if (await disposal.FindOpenAsync(Id) is { } run && await Walk(run))
            {
                await KeepGoing();
            }
        }
        catch (Exception e)
        {
            logger.NotDisposed(e, Id);
        }
    }

    public async Task<IReadOnlyList<DisposalReport>> GetRuns(string? before, int limit) =>
        (await disposal.ListAsync(Id, before, limit)).Select(ToContract).ToList();

    private Task<IGrainReminder> SetReminder() => this.RegisterOrUpdateReminder(Reminder, Minute, Minute);

    private async Task<bool> IsDue()
    {
        // Where nobody has chosen a rule nothing can be due; the raw inbox is everybody's.
        if (Id != OrganizationRules.System && (await organizations.FindAsync(Id))?.Organization.Recording is null)
        {
            return false;
        }

        return await disposal.ListAsync(Id, null, 1) is not [var newest] || time.GetUtcNow() - newest.StartedAt >= Day;
    }

    private async Task KeepGoing()
    {
        if (!_goesOn)
        {
            _goesOn = true;
            await this.AsReference<IRetentionGrain>().GoOn();
        }
    }

    /// <returns>Whether there is more to do.</returns>
    private async Task<bool> Walk(DisposalRun run)
    {
        var page = await log.ListAsync(Id, run.Place, ConversationsAtOnce);
        foreach (var conversation in page)
        {
            await DisposeOf(run, conversation);
        }

        if (page.Count > 0)
        {
            await disposal.PassAsync(run, page[^1]);
        }

        if (page.Count == ConversationsAtOnce)
        {
            return true;
        }

        await Finish(run);
        return false;
    }

    private async Task DisposeOf(DisposalRun run, ConversationKey conversation)
    {
        for (long? after = 0; after is { } version;)
        {
            after = (await disposal.DisposeAsync(new DisposalRequest(run, conversation, version, EventsAtOnce, time.GetUtcNow(), Archive))).Next;
        }
    }

    private async Task Finish(DisposalRun run)
    {
        if (Id == OrganizationRules.System)
        {
            await DisposeOfRawItems(run);
        }

        foreach (var line in (await organizations.FindAsync(Id))?.Organization.Lines ?? [])
        {
            await GrainFactory.GetGrain<IInboxGrain>(GrainKeys.Line(Id, line.Id)).Refresh();
        }

        await media.EmptyTrashAsync();

        // A reader that is in the way now is gone in a minute; one that always is must not keep the next run from beginning.
        if (!await disposal.EraseTracesAsync() && time.GetUtcNow() - run.StartedAt < Day)
        {
            logger.TracesLeft(Id);
            return;
        }

        await disposal.EndAsync(run, time.GetUtcNow());
    }

    private async Task DisposeOfRawItems(DisposalRun run)
    {
        var now = time.GetUtcNow();
        var receivedBefore = options.Value.RawInboxDays is { } days ? now - TimeSpan.FromDays(days) : DateTimeOffset.UnixEpoch;
        while (await disposal.DisposeOfRawItemsAsync(new RawDisposalRequest(run, now, receivedBefore, EventsAtOnce, now, Archive)) == EventsAtOnce)
        {
        }
    }

    private static DisposalReport ToContract(DisposalRun run) => new(
        run.Id, run.StartedBy == AuditEvent.BySystem ? null : run.StartedBy, run.StartedAt, run.EndedAt, run.Disposed, run.Held, run.RawItems);
}
