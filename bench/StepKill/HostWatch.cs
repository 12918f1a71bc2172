using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Orleans.Streams;

namespace MultiLine.StepKill;

/// <summary>Puts itself around what the order names, in the services of the host that is being built.</summary>
internal sealed class HostWatch(KillOrder order) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "HostBuilding", Value: IHostBuilder host })
        {
            host.ConfigureServices((_, services) => Watch(services));
        }
    }

    public void OnCompleted()
    {
        // Hosts go on without us.
    }

    public void OnError(Exception error)
    {
        // There is nothing to watch then, and the driver misses its kill.
    }

    private void Watch(IServiceCollection services)
    {
        services.AddSingleton<IIncomingGrainCallFilter>(new WatchedCalls(order));
        services.ConfigureAll<HttpClientFactoryOptions>(
            clients => clients.HttpMessageHandlerBuilderActions.Add(builder => builder.AdditionalHandlers.Add(new WatchedHttp(order))));
        for (var index = 0; index < services.Count; index++)
        {
            if (services[index].ServiceType.Name == order.Interface)
            {
                services[index] = Around(services[index], Watched.Around);
            }
            else if (services[index].ServiceType == typeof(IStreamProvider) && order.Interface == WatchedStreams.Interface)
            {
                services[index] = Around(services[index], WatchedStreams.Around);
            }
        }

        if (order.Hastened is { } shard)
        {
            services.AddHostedService(provider => new HastenedMedia(provider.GetRequiredService<IGrainFactory>(), shard));
        }
    }

    private ServiceDescriptor Around(ServiceDescriptor descriptor, Func<Type, object, KillOrder, object> around)
    {
        object Make(IServiceProvider services, object? key) => around(
            descriptor.ServiceType,
            descriptor.IsKeyedService
                ? descriptor.KeyedImplementationInstance ?? descriptor.KeyedImplementationFactory?.Invoke(services, key)
                    ?? ActivatorUtilities.CreateInstance(services, descriptor.KeyedImplementationType!)
                : descriptor.ImplementationInstance ?? descriptor.ImplementationFactory?.Invoke(services)
                    ?? ActivatorUtilities.CreateInstance(services, descriptor.ImplementationType!),
            order);
        return descriptor.IsKeyedService
            ? ServiceDescriptor.DescribeKeyed(descriptor.ServiceType, descriptor.ServiceKey, Make, descriptor.Lifetime)
            : ServiceDescriptor.Describe(descriptor.ServiceType, services => Make(services, null), descriptor.Lifetime);
    }
}
