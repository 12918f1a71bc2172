using Microsoft.Extensions.Hosting;
using MultiLine.Grains.Interfaces.Media;

namespace MultiLine.StepKill;

/// <summary>Has files kept that would be kept with the next minute.</summary>
internal sealed class HastenedMedia(IGrainFactory grains, string shard) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, stoppingToken);
            await grains.GetGrain<IMediaArchiveGrain>(shard).CatchUp();
        }
    }
}
