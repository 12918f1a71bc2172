using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Reminders;
using Orleans.Storage;

namespace MultiLine.Embedded.Tests.Host;

/// <summary>Orleans: one silo on localhost.</summary>
public sealed partial class ActorHostFixture
{
    private IHost? _application;

    public Task StopAsync() => _application!.StopAsync();

    /// <summary>As near to a kill as a silo in this process comes: it does not wait for anything.</summary>
    public Task KillAsync() => _application!.StopAsync(new CancellationToken(canceled: true));

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await KillAsync();
            _application.Dispose();
        }
    }

    private async Task StartHostAsync()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        // These two go by the clock of the test, all other parts of Orleans by the one on the wall.
        builder.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, Clock);
        builder.Services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, new TickingClock(Clock));
        builder.Services.AddSingleton(Stage);
        builder.Services.AddScoped<Belongings>();
        builder.Services.AddSingleton<IReminderTable>(Reminders);
        builder.Services.AddKeyedSingleton<IGrainStorage>(Store, Storage);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort.Next(), FreePort.Next());
            silo.AddReminders();
            silo.AddMemoryStreams(Streams);
            silo.AddMemoryGrainStorage("PubSubStore");
            silo.Configure<GrainCollectionOptions>(options =>
            {
                options.CollectionQuantum = TimeSpan.FromSeconds(1);
                options.CollectionAge = _settings.CollectionAge;
            });
            silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = _settings.ResponseTimeout);
            if (_settings.TraceCalls)
            {
                silo.AddActivityPropagation();
            }

            if (_settings.SayCalls)
            {
                silo.AddIncomingGrainCallFilter<SayingFilter>();
            }
        });
        _application = builder.Build();
        await _application.StartAsync();
        Grains = _application.Services.GetRequiredService<IClusterClient>();
    }
}
