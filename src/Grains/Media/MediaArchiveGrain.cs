using System.Text.Json;
using Microsoft.Extensions.Logging;
using MultiLine.Domain;
using MultiLine.Domain.Audit;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Media;
using MultiLine.Grains.Archive;
using MultiLine.Grains.Clock;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Media;
using MultiLine.Grains.Telemetry;
using MultiLine.Storage.Audit;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Ledger;
using MultiLine.Storage.Log;
using MultiLine.Storage.Media;

namespace MultiLine.Grains.Media;

/// <summary>
/// Follows its shard of the ledger and notes which events came with files; then it has them kept, one after the other. A file that policy hides is kept as
/// well, as the original of its message is.
/// </summary>
[GrainType("media-archive")]
public sealed class MediaArchiveGrain(
    ILedger ledger,
    IConversationLog log,
    ConversationJournal journal,
    IMediaStore store,
    KeptMedia kept,
    AuditJournal audit,
    Measures measures,
    TimeProvider time,
    ILogger<MediaArchiveGrain> logger) : LedgerFollowerGrain(Kind, ledger, logger), IMediaArchiveGrain
{
    private const string Kind = "media";

    /// <summary>Of files in one turn.</summary>
    private const int FilesAtOnce = 50;

    /// <summary>No file is begun after so long.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(15);

    private readonly ClockWatch _clock = new(time);
    private bool _waitsAreLookedAt;
    private LedgerContents? _contents;

    private LedgerContents Contents => _contents ??= new LedgerContents(journal, measures, Kind, Shard, Logger);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        await kept.SweepAsync(cancellationToken);
    }

    public override async Task<long> CatchUp()
    {
        var behind = await Pass.CatchUp(
            () => store.PlaceAsync(Shard),
            async (after, entries) => await store.WantAsync(Shard, after, entries[^1].Sequence, await Wanted(entries), time.GetUtcNow() + MediaFetching.Patience),
            this.AsReference<IMediaArchiveGrain>().CatchUp);
        if (_clock.Look() < TimeSpan.Zero || !_waitsAreLookedAt)
        {
            _waitsAreLookedAt = false;
            await store.EndWaitsAsync(Shard, time.GetUtcNow());
            _waitsAreLookedAt = true;
        }

        var began = time.GetTimestamp();
        foreach (var due in await store.DueAsync(Shard, time.GetUtcNow(), FilesAtOnce))
        {
            if (time.GetElapsedTime(began) >= LongestTurn)
            {
                // The rest waits for the next minute: whoever calls meanwhile must not wait for a slow provider.
                break;
            }

            await Try(due);
        }

        await kept.EmptyTrashAsync();
        return behind;
    }

    private async Task<List<WantedMedium>> Wanted(IReadOnlyList<LedgerEntry> entries)
    {
        List<WantedMedium> wanted = [];
        var said = entries.Where(entry => !AuditLog.Is(entry.Conversation)).ToList();
        var rows = await log.ReadRecordedAsync(said);
        var events = said
            .Select(entry => (Place: new LogPlace(entry.Conversation, entry.Version), Event: Inspected(entry, rows[entry.Sequence])!))
            .Where(e => MayHaveFile(e.Event))
            .ToList();
        var contents = await Contents.Read([.. events.Select(e => e.Place)]);
        foreach (var (place, e) in events)
        {
            if (contents.TryGetValue(place, out var content) && await File(place, e, content) is { } file)
            {
                wanted.Add(new WantedMedium(
                    place.Conversation, place.Version, Sha256Digest.Read(file.Sha256) is { } digest ? await kept.TokenAsync(Organization, digest) : null));
            }
        }

        return wanted;
    }

    private IInspectedEvent? Inspected(LedgerEntry entry, LogRow row)
    {
        try
        {
            return ConversationJournal.Read(row) as IInspectedEvent;
        }
        catch (JsonException e)
        {
            Contents.NotFollowed(e, entry.Conversation);
            return null;
        }
    }

    /// <summary>What comes from the provider; what the firm sends it has itself.</summary>
    private static bool MayHaveFile(IInspectedEvent? e) => e is MessageReceived or MessageEdited or MessageEchoed;

    private async Task<MediaContent?> File(LogPlace place, IInspectedEvent e, MessageContent content) =>
        content.Media ?? (e.Policy?.Original is null ? null : (await Contents.ReadOriginal(place.Conversation, place.Version))?.Media);

    /// <summary>A file that can't be kept must not hold up the others.</summary>
    private async Task Try(DueMedium due)
    {
        try
        {
            await Keep(due);
        }
        catch (Exception e) when (e is not StorageUnavailableException)
        {
            Contents.NotFollowed(e, due.Conversation);
            await GiveUpOrPostpone(due, MediumFailure.Unavailable);
        }
    }

    private async Task Keep(DueMedium due)
    {
        var place = new LogPlace(due.Conversation, due.Version);
        if (await log.ReadAsync(due.Conversation, due.Version - 1, 1) is not [var row] || ConversationJournal.Read(row) is not IInspectedEvent e
            || !(await Contents.Read([place])).TryGetValue(place, out var content)
            || await File(place, e, content) is not { } file)
        {
            // Disposed of since, or it does not open any more.
            await store.MissAsync(due.Sequence);
            return;
        }

        // Any number of the account may ask for it: the line may have another one by now.
        var state = await GrainFactory.GetGrain<IMediumGrain>(GrainKeys.Medium(Organization, file.ProviderId))
            .Keep(new MediumRequest(null, file.Sha256), due.Sequence);
        if (state != MediumStates.Open)
        {
            await GiveUpOrPostpone(due, FailureOf(state));
        }
    }

    private async Task GiveUpOrPostpone(DueMedium due, MediumFailure failure)
    {
        var now = time.GetUtcNow();
        if (MediaFetching.Next(failure, due.Tries, due.RecordedAt, now) is { } next)
        {
            await store.PostponeAsync(due.Sequence, next);
            return;
        }

        var missed = new MediumMissed
        {
            At = now, Person = AuditEvent.BySystem, Conversation = due.Conversation.ToString(), Version = due.Version, Reason = failure,
        };
        await audit.RecordAsync(Organization, missed, once: missed.Name);
        await store.MissAsync(due.Sequence);
    }

    private static MediumFailure FailureOf(string state) => state switch
    {
        MediumStates.Gone => MediumFailure.Gone,
        MediumStates.Altered => MediumFailure.Altered,
        MediumStates.TooLarge => MediumFailure.TooLarge,
        _ => MediumFailure.Unavailable,
    };
}
