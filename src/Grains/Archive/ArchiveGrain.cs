using Microsoft.Extensions.Logging;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Grains.Interfaces.Archive.Search;
using MultiLine.Grains.Interfaces.Media;
using MultiLine.Grains.Interfaces.Surveillance;
using MultiLine.Grains.Telemetry;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Followers;
using MultiLine.Storage.Ledger;
using MultiLine.Storage.Log;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace MultiLine.Grains.Archive;

/// <summary>
/// Follows the logs of its shard's conversations and records each event in the ledger. The stream wakes it; what a delivery missed it
/// finds by the marks, at the latest with the reminder of the minute.
/// </summary>
[GrainType("archive"), ImplicitStreamSubscription(Interfaces.Streams.Archive)]
public sealed class ArchiveGrain(
    IConversationLog log,
    IFollowerMarks marks,
    ILedger ledger,
    IReconciliations reconciliations,
    Measures measures,
    TimeProvider time,
    ILogger<ArchiveGrain> logger)
    : Grain, IArchiveGrain, IRemindable, IStreamSubscriptionObserver, IAsyncObserver<LogAdvanced>
{
    private const string Kind = "archive";
    private const string Reminder = "catch-up";

    /// <summary>How many missing events are recorded in one step.</summary>
    private const int EventsAtOnce = 500;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private LedgerRecorder? _recorder;
    private long _followed;

    private string Shard => this.GetPrimaryKeyString();

    private string FollowerName => new Follower(FollowerKind.Archive, Shard).ToString();

    private LedgerRecorder Recorder => _recorder ??= new LedgerRecorder(ledger, Shard, time, lag => measures.Lag(Kind, lag));

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await SetReminder();
        // Not awaited: who signs asks this grain to catch up first, and may be waiting for it now.
        _ = Wake("signer", () => GrainFactory.GetGrain<ITreeHeadGrain>(Shard.Split('/')[0]).Wake());
        _ = Wake("search", () => GrainFactory.GetGrain<ISearchIndexGrain>(Shard).Wake());
        _ = Wake("surveillance", () => GrainFactory.GetGrain<ISurveillanceGrain>(Shard).Wake());
        _ = Wake("media", () => GrainFactory.GetGrain<IMediaArchiveGrain>(Shard).Wake());
    }

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<LogAdvanced>().ResumeAsync(this);

    public Task OnNextAsync(LogAdvanced item, StreamSequenceToken? token = null) =>
        item.IsKnown(_followed) ? Task.CompletedTask : Spans.Follow(Interfaces.Streams.Archive, item.TraceParent, CatchUp);

    public Task OnErrorAsync(Exception ex)
    {
        logger.CatchUpFailed(ex, FollowerName);
        return Task.CompletedTask;
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => CatchUp();

    public async Task CatchUp() => _followed = await FollowerPass.Run(marks, FollowerName, new ArchivePass(new MarkedLogs(log, TellNotFollowed), Recorder).Follow);

    public async Task<int> Heal(IReadOnlyList<string> conversations)
    {
        var healed = 0;
        foreach (var conversation in conversations.Select(ConversationKey.Parse))
        {
            while (await reconciliations.MissingAsync(Shard, conversation, EventsAtOnce) is { Count: > 0 } missing)
            {
                List<LoggedEvent> events = [];
                foreach (var version in missing)
                {
                    events.AddRange((await log.ReadAsync(conversation, version - 1, 1)).Select(row => new LoggedEvent(conversation, row)));
                }

                healed += await Recorder.Record(events) ? events.Count : 0;
            }
        }

        return healed;
    }

    public async Task<ArchivePage> GetEntries(long after, int limit)
    {
        await CatchUp();
        var entries = await ledger.ReadAsync(Shard, after, limit);
        var head = await ledger.HeadAsync(Shard);
        return new ArchivePage([.. entries.Select(ArchiveCards.Of)], head.Sequence, Convert.ToHexStringLower(head.ChainHash));
    }

    private void TellNotFollowed(ConversationKey conversation, Exception error)
    {
        measures.NotFollowed(Kind);
        logger.NotFollowed(error, FollowerName, conversation.ToString());
    }

    private Task<IGrainReminder> SetReminder() => this.RegisterOrUpdateReminder(Reminder, Minute, Minute);

    /// <summary>Those who follow the ledger wake by themselves once they were woken.</summary>
    private async Task Wake(string follower, Func<Task> wake)
    {
        try
        {
            await wake();
        }
        catch (Exception e)
        {
            logger.FollowerNotWoken(e, follower, Shard);
        }
    }
}
