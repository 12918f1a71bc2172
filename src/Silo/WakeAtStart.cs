using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Grains.Interfaces.Archive.Search;
using MultiLine.Grains.Interfaces.Inbox;
using MultiLine.Grains.Interfaces.Media;
using MultiLine.Grains.Interfaces.Retention;
using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Grains.Interfaces.Surveillance;
using MultiLine.Grains.Interfaces.Templates;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Followers;
using MultiLine.Storage.Organizations;
using MultiLine.Storage.Outbound;

namespace MultiLine.Silo;

/// <summary>
/// Takes up what was left when the process last ended: followers that were not told, messages that wait to be sent, and catalogues that
/// may have missed a webhook. What storage can't tell just now is asked for again; whatever else is wrong with it stops the host.
/// </summary>
internal sealed class WakeAtStart(
    IGrainFactory grains,
    IFollowerMarks marks,
    IOutboundQueue queue,
    IOrganizationStore organizations,
    ArchiveShards shards,
    TimeProvider time,
    ILogger<WakeAtStart> log)
    : BackgroundService
{
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var follower in (await Read(marks.FollowersAsync, stoppingToken)).Select(Follower.Parse))
        {
            await Try(follower.ToString(), () => follower.Kind == FollowerKind.Archive
                ? grains.GetGrain<IArchiveGrain>(follower.Key).CatchUp()
                : grains.GetGrain<IInboxGrain>(follower.Key).CatchUp());
        }

        foreach (var number in await Read(queue.DepthsAsync, stoppingToken))
        {
            await Try(number.Number, () => grains.GetGrain<ISenderGrain>(number.Number).Wake());
        }

        foreach (var organization in await Read(organizations.ListAsync, stoppingToken))
        {
            await Try(organization, () => grains.GetGrain<ITemplateCatalogGrain>(organization).Sync());
            await Try(organization, () => grains.GetGrain<IRetentionGrain>(organization).Wake());
            await Try(organization, () => grains.GetGrain<ITreeHeadGrain>(organization).Wake());
            for (var shard = 0; shard < shards.Count; shard++)
            {
                var key = GrainKeys.ArchiveShard(organization, shard);
                await Try(key, () => grains.GetGrain<ISearchIndexGrain>(key).Wake());
                await Try(key, () => grains.GetGrain<ISurveillanceGrain>(key).Wake());
                await Try(key, () => grains.GetGrain<IMediaArchiveGrain>(key).Wake());
            }
        }

        // The raw inbox is disposed of there, whether or not anybody has been made an operator yet.
        await Try(GrainKeys.SystemOrganization, () => grains.GetGrain<IRetentionGrain>(GrainKeys.SystemOrganization).Wake());
    }

    private async Task<IReadOnlyList<T>> Read<T>(Func<CancellationToken, Task<IReadOnlyList<T>>> read, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                return await read(stoppingToken);
            }
            catch (StorageUnavailableException e)
            {
                log.NotRead(e, ReadAgainAfter);
                await Task.Delay(ReadAgainAfter, time, stoppingToken);
            }
        }
    }

    /// <summary>What can't be woken now wakes by its reminder, its timer or the next call.</summary>
    private async Task Try(string what, Func<Task> wake)
    {
        try
        {
            await wake();
        }
        catch (Exception e)
        {
            log.NotWoken(e, what);
        }
    }
}
