using Microsoft.Extensions.DependencyInjection;
using Orleans.Streams;

namespace MultiLine.Embedded.Streams;

/// <summary>Stream providers by name.</summary>
internal static class StreamProviders
{
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public static IStreamProvider Get(IServiceProvider services, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return services.GetKeyedService<IStreamProvider>(name) ?? throw new KeyNotFoundException($"Stream provider '{name}' not found");
    }
}
