using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Reminders;
using Orleans.Streams;

namespace MultiLine.Grains.Tests.Running;

/// <summary>On Orleans: one silo on ports of its own. The grains go by the test's clock, the silo itself by the real one.</summary>
public sealed partial class Product
{
    private static readonly string[] SiloClocks =
    [
        TimeProviderNames.Messaging,
        TimeProviderNames.SystemTimers,
        TimeProviderNames.Membership,
        TimeProviderNames.ActivationManagement,
        TimeProviderNames.GrainDirectory,
        StreamingTimeProviderNames.Streaming,
    ];

    partial void ConfigureHost(HostApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Cluster:SiloPort"] = $"{FreePort.Next()}",
            ["Cluster:GatewayPort"] = $"{FreePort.Next()}",
        });
        foreach (var clock in SiloClocks)
        {
            builder.Services.AddKeyedSingleton(clock, TimeProvider.System);
        }

        builder.Services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, new TickingClock(Clock));

        builder.Services.AddSingleton<IIncomingGrainCallFilter, SerializedCalls>();
    }

    private static async Task DropAsync(IHost host)
    {
        try
        {
            // A stop that is cancelled from the start is how a silo goes down at once.
            await host.StopAsync(new CancellationToken(canceled: true));
        }
        catch (OperationCanceledException)
        {
            // As asked for.
        }
    }
}
