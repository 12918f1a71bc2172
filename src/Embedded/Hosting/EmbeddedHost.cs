using Microsoft.Extensions.Hosting;
using MultiLine.Embedded.Activations;
using MultiLine.Embedded.Reminders;

namespace MultiLine.Embedded.Hosting;

/// <summary>Starts and stops the embedded actor host with the process.</summary>
public sealed class EmbeddedHost : IHostedService, IDisposable
{
    private readonly Catalog _catalog;
    private readonly ReminderService _reminders;

    internal EmbeddedHost(Catalog catalog, ReminderService reminders) => (_catalog, _reminders) = (catalog, reminders);

    /// <summary>Takes calls from now on; then starts the stored reminders.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _catalog.Start();
        await _reminders.StartAsync(cancellationToken);
    }

    /// <summary>Takes no more calls from outside, finishes those under way and waiting, and deactivates all grains.</summary>
    /// <param name="cancellationToken">When to give up and drop what is left.</param>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _reminders.Kill();
        await _catalog.StopAsync(cancellationToken);
        await _reminders.StopAsync(cancellationToken);
    }

    /// <summary>Drops everything at once as if the process had died: no grain gets another turn. For tests.</summary>
    public void Kill()
    {
        _reminders.Kill();
        _catalog.Kill();
    }

    public void Dispose() => Kill();
}
