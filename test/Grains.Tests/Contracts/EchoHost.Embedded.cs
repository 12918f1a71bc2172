using Microsoft.Extensions.DependencyInjection;
using MultiLine.Embedded;
using MultiLine.Embedded.Hosting;

namespace MultiLine.Grains.Tests.Contracts;

/// <summary>The embedded host: a call copies what crosses it.</summary>
public sealed partial class EchoHost
{
    private ServiceProvider? _services;

    public async Task InitializeAsync()
    {
        _services = new ServiceCollection()
            .AddEmbeddedHost(host => host.AddGrains(typeof(EchoGrain).Assembly))
            .BuildServiceProvider(validateScopes: true);
        await _services.GetRequiredService<EmbeddedHost>().StartAsync(CancellationToken.None);
        _grains = _services.GetRequiredService<IGrainFactory>();
    }

    public async Task DisposeAsync()
    {
        if (_services is not null)
        {
            _services.GetRequiredService<EmbeddedHost>().Kill();
            await _services.DisposeAsync();
        }
    }
}
