using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using MultiLine.Embedded.Activations;
using MultiLine.Embedded.Streams;
using Orleans.Streams;

namespace MultiLine.Embedded.Hosting;

/// <summary>What the embedded host consists of.</summary>
public sealed class EmbeddedHostBuilder
{
    internal EmbeddedHostBuilder(IServiceCollection services) => Services = services;

    public IServiceCollection Services { get; }

    /// <summary>Hosts the grain classes of an assembly.</summary>
    public EmbeddedHostBuilder AddGrains(Assembly assembly)
    {
        Services.AddSingleton(new GrainAssembly(assembly));
        return this;
    }

    /// <summary>Adds streams inside this process, under a provider name.</summary>
    public EmbeddedHostBuilder AddMemoryStreams(string name)
    {
        Services.AddKeyedSingleton<IStreamProvider>(name, static (services, key) => new MemoryStreamProvider(
            (string)key, services.GetRequiredService<Catalog>(), services.GetRequiredService<StreamDeadLetters>()));
        return this;
    }

    /// <summary>Changes the options.</summary>
    public EmbeddedHostBuilder Configure(Action<EmbeddedHostOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }
}

/// <summary>An assembly with grain classes.</summary>
internal sealed record GrainAssembly(Assembly Assembly);
