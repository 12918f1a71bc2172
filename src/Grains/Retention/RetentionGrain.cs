using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MultiLine.Domain;
using MultiLine.Domain.Audit;
using MultiLine.Domain.Organizations;
using MultiLine.Domain.Retention;
using MultiLine.Grains.Clock;
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
/// deletes. A run begins by itself by no clock but one that <see cref="DisposalTime"/> trusts, and ends when the inboxes show nothing of it any more
/// and the files beside the database hold nothing of it either.
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

    private readonly SteadyClock _steady = new(time);
    private readonly ClockWatch _clock = new(time);

    /// <summary>When the clock was last seen to be set; at first, when this began.</summary>
    private TimeSpan _setAt;

    /// <summary>A person was asked for, and said so in the log.</summary>
    private bool _hasAsked;

    /// <summary>A run is on its way, part after part, by the clock as it was last set then.</summary>
    private bool _goesOn;

    private TimeSpan _goesOnAsSetAt;

    private string Id => this.GetPrimaryKeyString();

    private string Archive => Follower.Archive(AuditLog.Of(Id), shards.Count).ToString();

    public override Task OnActivateAsync(CancellationToken cancellationToken) => SetReminder();

    public Task Wake() => Task.CompletedTask;

    public async Task<DisposalReport> Start(string person)
    {
        // Whoever begins one says that the clock is right.
        SeeClock();
        var newest = await Newest();
        var run = await disposal.BeginAsync(new DisposalRun(Id, Ids.After(newest?.Id, time), person, time.GetUtcNow()));
        await KeepGoing();
        return ToContract(run);
    }

    /// <summary>Each minute it is asked whether a run was cut short or a day has passed: a reminder of a day would begin anew with each activation.</summary>
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        try
        {
            SeeClock();
            var (open, newest) = (await disposal.FindOpenAsync(Id), await Newest());
            var (now, unsetFor) = (time.GetUtcNow(), _steady.Now - _setAt);
            var turn = open is not null ? DisposalTime.GoOn(open.StartedAt, now, unsetFor)
                : await HasRule() ? DisposalTime.Next(newest?.StartedAt, now, unsetFor)
                : DisposalTurn.NotDue;
            if (turn == DisposalTurn.Due)
            {
                await (open is null ? Start(AuditEvent.BySystem) : KeepGoing());
            }
            else if (turn == DisposalTurn.AskPerson && !_hasAsked)
            {
                logger.DisposalAwaitsPerson(Id, now, newest?.StartedAt);
            }

            _hasAsked = turn == DisposalTurn.AskPerson;
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
            SeeClock();
            // Where it was set meanwhile, the run goes on when it is trusted again.
            if (_goesOnAsSetAt == _setAt && await disposal.FindOpenAsync(Id) is { } run && await Walk(run))
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

    /// <summary>Where nobody has chosen a rule nothing can be due; the raw inbox is everybody's.</summary>
    private async Task<bool> HasRule() => Id == OrganizationRules.System || (await organizations.FindAsync(Id))?.Organization.Recording is not null;

    private async Task<DisposalRun?> Newest() => await disposal.ListAsync(Id, null, 1) is [var newest] ? newest : null;

    private void SeeClock()
    {
        if (_clock.Look() != TimeSpan.Zero)
        {
            _setAt = _steady.Now;
        }
    }

    private async Task KeepGoing()
    {
        _goesOnAsSetAt = _setAt;
        if (!_goesOn)
        {
            _goesOn = true;
            await this.AsReference<IRetentionGrain>().GoOn();
        }
    }

    /// <returns>Whether there is more to do.</returns>
    private async Task<bool> Walk(DisposalRun run)
    {
        var now = time.GetUtcNow();
        var page = await log.ListAsync(Id, run.Place, ConversationsAtOnce);
        foreach (var conversation in page)
        {
            await DisposeOf(run, conversation, now);
        }

        if (page.Count > 0)
        {
            await disposal.PassAsync(run, page[^1]);
        }

        if (page.Count == ConversationsAtOnce)
        {
            return true;
        }

        await Finish(run, now);
        return false;
    }

    private async Task DisposeOf(DisposalRun run, ConversationKey conversation, DateTimeOffset now)
    {
        for (long? after = 0; after is { } version;)
        {
            after = (await disposal.DisposeAsync(new DisposalRequest(run, conversation, version, EventsAtOnce, now, Archive))).Next;
        }
    }

    private async Task Finish(DisposalRun run, DateTimeOffset now)
    {
        if (Id == OrganizationRules.System)
        {
            await DisposeOfRawItems(run, now);
        }

        foreach (var line in (await organizations.FindAsync(Id))?.Organization.Lines ?? [])
        {
            await GrainFactory.GetGrain<IInboxGrain>(GrainKeys.Line(Id, line.Id)).Refresh();
        }

        await media.EmptyTrashAsync();

        // A reader that is in the way now is gone in a minute; one that always is must not keep the next run from beginning.
        if (!await disposal.EraseTracesAsync() && !new StoredWait(run.StartedAt, DisposalTime.Every).IsOver(now))
        {
            logger.TracesLeft(Id);
            return;
        }

        await disposal.EndAsync(run, time.GetUtcNow());
    }

    private async Task DisposeOfRawItems(DisposalRun run, DateTimeOffset now)
    {
        var receivedBefore = options.Value.RawInboxDays is { } days ? now - TimeSpan.FromDays(days) : DateTimeOffset.UnixEpoch;
        while (await disposal.DisposeOfRawItemsAsync(new RawDisposalRequest(run, now, receivedBefore, EventsAtOnce, now, Archive)) == EventsAtOnce)
        {
        }
    }

    private static DisposalReport ToContract(DisposalRun run) => new(
        run.Id, run.StartedBy == AuditEvent.BySystem ? null : run.StartedBy, run.StartedAt, run.EndedAt, run.Disposed, run.Held, run.RawItems);
}
