using Microsoft.Extensions.DependencyInjection;
using MultiLine.Embedded.Hosting;
using MultiLine.Embedded.Streams;
using Orleans.Storage;

namespace MultiLine.Embedded.Tests.Host;

/// <summary>The embedded host.</summary>
public sealed partial class ActorHostFixture
{
    private ServiceProvider? _services;

    public StreamDeadLetters DeadLetters => _services!.GetRequiredService<StreamDeadLetters>();

    private EmbeddedHost Host => _services!.GetRequiredService<EmbeddedHost>();

    public async Task StopAsync() => await Host.StopAsync(CancellationToken.None);

    public Task KillAsync()
    {
        Host.Kill();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            Host.Kill();
            await _services.DisposeAsync();
        }
    }

    private async Task StartHostAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(Stage);
        services.AddScoped<Belongings>();
        services.AddSingleton<IReminderTable>(Reminders);
        services.AddKeyedSingleton<IGrainStorage>(Store, Storage);
        if (_settings.SayCalls)
        {
            services.AddSingleton<IIncomingGrainCallFilter, SayingFilter>();
        }

        services.AddEmbeddedHost(host => host
            .AddGrains(typeof(ActorHostFixture).Assembly)
            .AddMemoryStreams(Streams)
            .Configure(options =>
            {
                options.CollectionAge = _settings.CollectionAge;
                options.ResponseTimeout = _settings.ResponseTimeout;
                options.StreamAttempts = _settings.StreamAttempts;
            }));
        _services = services.BuildServiceProvider(validateScopes: true);
        await Host.StartAsync(CancellationToken.None);
        Grains = _services.GetRequiredService<IClusterClient>();
    }
}
