using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Operations;
using MultiLine.Grains.Operations;

namespace MultiLine.Silo;

/// <summary>Tells what this silo counts to the grain that gathers it from all silos, every two seconds: only what is new, where it has the rest.</summary>
/// <param name="silo">What this silo is called.</param>
/// <param name="figures">What it counts.</param>
/// <param name="grains">Where they are told.</param>
/// <param name="time">Its clock.</param>
/// <param name="log">Hears of what went wrong.</param>
internal sealed class ReportFigures(string silo, Figures figures, IGrainFactory grains, TimeProvider time, ILogger<ReportFigures> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateTimeOffset? from = null;
        while (true)
        {
            await Task.Delay(Every, time, stoppingToken);
            var report = figures.Read(silo, from);
            try
            {
                var known = await grains.GetGrain<IFiguresGrain>(GrainKeys.SystemOrganization).Report(report).WaitAsync(stoppingToken);
                // The newest interval goes on, so it is told once more.
                from = known ? report.Intervals.Count > 0 ? report.Intervals[^1].At : from : null;
            }
            catch (Exception e)
            {
                log.FiguresNotReported(e);
            }
        }
    }
}
