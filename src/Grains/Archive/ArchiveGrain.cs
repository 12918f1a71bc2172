using Microsoft.Extensions.Logging;
using MultiLine.Domain;
using MultiLine.Domain.Ledger;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Archive;
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
    IConversationLog log, IFollowerMarks marks, ILedger ledger, Measures measures, TimeProvider time, ILogger<ArchiveGrain> logger)
    : Grain, IArchiveGrain, IRemindable, IStreamSubscriptionObserver, IAsyncObserver<LogAdvanced>
{
    private const string Kind = "archive";
    private const string Reminder = "catch-up";
    private const int EventsAtOnce = 500;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private LedgerHead? _head;

    private string Shard => this.GetPrimaryKeyString();

    private string FollowerName => new Follower(FollowerKind.Archive, Shard).ToString();

    public override Task OnActivateAsync(CancellationToken cancellationToken) => SetReminder();

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<LogAdvanced>().ResumeAsync(this);

    public Task OnNextAsync(LogAdvanced item, StreamSequenceToken? token = null) =>
        Spans.Follow(Interfaces.Streams.Archive, item.TraceParent, CatchUp);

    public Task OnErrorAsync(Exception ex)
    {
        logger.CatchUpFailed(ex, FollowerName);
        return Task.CompletedTask;
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => CatchUp();

    public Task CatchUp() => new FollowerPass(marks, FollowerName, () => measures.NotFollowed(Kind), logger).Run(Record);

    public async Task<ArchivePage> GetEntries(long after, int limit)
    {
        await CatchUp();
        var entries = await ledger.ReadAsync(Shard, after, limit);
        var head = await ledger.HeadAsync(Shard);
        return new ArchivePage([.. entries.Select(ToContract)], head.Sequence, Convert.ToHexStringLower(head.ChainHash));
    }

    private Task<IGrainReminder> SetReminder() => this.RegisterOrUpdateReminder(Reminder, Minute, Minute);

    private async Task Record(FollowerMark mark)
    {
        var conversation = mark.Conversation;
        var place = await ledger.PlaceAsync(Shard, conversation);
        while (place < mark.Version && await log.ReadAsync(conversation, place, EventsAtOnce) is { Count: > 0 } rows)
        {
            var head = _head ??= await ledger.HeadAsync(Shard);
            var entries = Entries(head, conversation, rows);
            if (await ledger.AppendAsync(Shard, head, entries))
            {
                _head = new LedgerHead(entries[^1].Sequence, entries[^1].ChainHash);
                place = rows[^1].Version;
                measures.Lag(Kind, time.GetUtcNow() - rows[0].RecordedAt);
            }
            else
            {
                // Another activation recorded first: go on from where the ledger stands now.
                _head = null;
                place = await ledger.PlaceAsync(Shard, conversation);
            }
        }
    }

    private List<LedgerEntry> Entries(LedgerHead head, ConversationKey conversation, IReadOnlyList<LogRow> rows)
    {
        var (sequence, chain) = (head.Sequence, head.ChainHash);
        var now = time.GetUtcNow();
        List<LedgerEntry> entries = [];
        foreach (var row in rows)
        {
            var leaf = LedgerHash.Leaf(conversation, row.Version, row.Schema, now, row.Body);
            chain = LedgerHash.Chain(chain, leaf);
            entries.Add(new LedgerEntry(++sequence, conversation, row.Version, leaf, chain, now));
        }

        return entries;
    }

    private static ArchiveEntry ToContract(LedgerEntry entry) => new(
        entry.Sequence,
        entry.Conversation.ToString(),
        entry.Version,
        Convert.ToHexStringLower(entry.LeafHash),
        Convert.ToHexStringLower(entry.ChainHash),
        entry.RecordedAt);
}
