using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Grains.Interfaces.Inbox;
using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Grains.Interfaces.Templates;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Followers;
using MultiLine.Storage.Organizations;
using MultiLine.Storage.Outbound;

namespace MultiLine.Silo;

/// <summary>
/// Takes up what was left when the process last ended: followers that were not told, messages that wait to be sent, and catalogues that
/// may have missed a webhook.
/// </summary>
internal sealed class WakeAtStart(
    IGrainFactory grains, IFollowerMarks marks, IOutboundQueue queue, IOrganizationStore organizations, ILogger<WakeAtStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var follower in (await marks.FollowersAsync(stoppingToken)).Select(Follower.Parse))
        {
            await Try(follower.ToString(), () => follower.Kind == FollowerKind.Archive
                ? grains.GetGrain<IArchiveGrain>(follower.Key).CatchUp()
                : grains.GetGrain<IInboxGrain>(follower.Key).CatchUp());
        }

        foreach (var number in await queue.DepthsAsync(stoppingToken))
        {
            await Try(number.Number, () => grains.GetGrain<ISenderGrain>(number.Number).Wake());
        }

        foreach (var organization in await organizations.ListAsync(stoppingToken))
        {
            await Try(organization, () => grains.GetGrain<ITemplateCatalogGrain>(organization).Sync());
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
