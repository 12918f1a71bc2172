using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace MultiLine.Embedded.Hosting;

/// <summary>Which services are the same for everybody: for those an activation needs no scope of its own.</summary>
internal sealed class SharedServices(IServiceCollection services)
{
    private readonly ConcurrentDictionary<Type, bool> _known = new();

    public bool Have(Type service) => _known.GetOrAdd(service, IsShared);

    private bool IsShared(Type service) =>
        (Registered(service) ?? (service.IsConstructedGenericType ? Registered(service.GetGenericTypeDefinition()) : null))
            is { Lifetime: ServiceLifetime.Singleton };

    private ServiceDescriptor? Registered(Type service) =>
        services.LastOrDefault(registered => registered.ServiceType == service && !registered.IsKeyedService);
}
