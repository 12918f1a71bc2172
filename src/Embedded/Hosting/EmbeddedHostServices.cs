using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MultiLine.Embedded.Activations;
using MultiLine.Embedded.Calls;
using MultiLine.Embedded.Hosting;
using MultiLine.Embedded.Reminders;
using MultiLine.Embedded.Streams;
using MultiLine.Embedded.Timers;
using MultiLine.Embedded.Turns;
using Orleans;
using Orleans.Runtime;
using Orleans.Timers;

namespace MultiLine.Embedded;

/// <summary>Adds the embedded actor host to an application.</summary>
public static class EmbeddedHostServices
{
    /// <summary>
    /// Hosts grains in this process:
    /// <code>
    /// services.AddSingleton&lt;IReminderTable, SqliteReminderTable&gt;();
    /// services.AddKeyedSingleton&lt;IGrainStorage, SqliteGrainStorage&gt;("grains");
    /// services.AddEmbeddedHost(host => host
    ///     .AddGrains(typeof(ConversationGrain).Assembly)
    ///     .AddMemoryStreams("events")
    ///     .Configure(options => options.ResponseTimeout = TimeSpan.FromSeconds(10)));
    /// </code>
    /// Afterwards <see cref="IGrainFactory"/> and <see cref="IClusterClient"/> are services. The host starts and stops with the
    /// application's hosted services; those that call grains are registered after it.
    /// </summary>
    public static IServiceCollection AddEmbeddedHost(this IServiceCollection services, Action<EmbeddedHostBuilder> configure)
    {
        services.AddOptions<EmbeddedHostOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(static provider => new GrainClasses(
            provider.GetServices<GrainAssembly>().Select(grains => grains.Assembly).Prepend(typeof(Catalog).Assembly)));
        services.AddSingleton(new SharedServices(services));
        services.AddSingleton(static provider => new Catalog(
            provider.GetRequiredService<GrainClasses>(),
            provider,
            provider.GetRequiredService<SharedServices>(),
            provider.GetServices<IIncomingGrainCallFilter>(),
            provider.GetRequiredService<IOptions<EmbeddedHostOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Catalog>>()));
        services.AddSingleton<GrainReferenceFactory>();
        services.AddSingleton<IClusterClient>(static provider => provider.GetRequiredService<GrainReferenceFactory>());
        services.AddSingleton<IGrainFactory>(static provider => provider.GetRequiredService<GrainReferenceFactory>());
        services.AddSingleton(static provider => new ReminderService(
            provider.GetRequiredService<GrainReferenceFactory>(),
            provider.GetService<IReminderTable>(),
            provider.GetRequiredService<IOptions<EmbeddedHostOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ReminderService>>()));
        services.AddSingleton<IReminderRegistry>(static provider => provider.GetRequiredService<ReminderService>());
        services.AddSingleton<ITimerRegistry, GrainTimers>();
        services.AddSingleton<StreamDeadLetters>();
        services.AddTransient(static _ => TurnScheduler.CurrentContext
            ?? throw new InvalidOperationException($"There is an {nameof(IGrainContext)} only inside of grains."));
        services.AddSingleton(static provider => new EmbeddedHost(
            provider.GetRequiredService<Catalog>(), provider.GetRequiredService<ReminderService>()));
        services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<EmbeddedHost>());
        configure(new(services));
        return services;
    }
}
