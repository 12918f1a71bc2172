using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MultiLine.Grains.Tests.Contracts;

/// <summary>Orleans: a silo and a client of it, with a connection between them.</summary>
public sealed partial class EchoHost
{
    private IHost? _silo;
    private IHost? _client;

    public async Task InitializeAsync()
    {
        var (siloPort, gatewayPort) = (FreePort.Next(), FreePort.Next());
        var silo = Application();
        silo.UseOrleans(orleans => orleans.UseLocalhostClustering(siloPort, gatewayPort));
        _silo = silo.Build();
        await _silo.StartAsync();

        var client = Application();
        client.UseOrleansClient(orleans => orleans.UseLocalhostClustering(gatewayPort));
        _client = client.Build();
        await _client.StartAsync();
        _grains = _client.Services.GetRequiredService<IClusterClient>();
    }

    public async Task DisposeAsync()
    {
        // Client first: it would try to connect again.
        foreach (var host in new[] { _client, _silo }.OfType<IHost>())
        {
            await host.StopAsync();
            await ((IAsyncDisposable)host).DisposeAsync();
        }
    }

    private static HostApplicationBuilder Application() => new(new HostApplicationBuilderSettings { DisableDefaults = true });
}
