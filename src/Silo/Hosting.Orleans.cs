using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using MultiLine.Grains.Interfaces;
using Orleans.Configuration;
using Orleans.Streams;

namespace MultiLine.Silo;

public static partial class SiloHosting
{
    /// <summary>
    /// One silo without any service beside it: localhost clustering, on the ports <c>Cluster:SiloPort</c> and <c>Cluster:GatewayPort</c>, and
    /// reminders and grain state in SQLite.
    /// </summary>
    static partial void AddActorHost(IHostApplicationBuilder builder) => builder.UseOrleans(silo => silo
        .UseLocalhostClustering(
            builder.Configuration.GetValue("Cluster:SiloPort", EndpointOptions.DEFAULT_SILO_PORT),
            builder.Configuration.GetValue("Cluster:GatewayPort", EndpointOptions.DEFAULT_GATEWAY_PORT))
        .AddReminders()
        // Every subscription is implicit, so there is nothing to remember about subscribers.
        .AddMemoryStreams(Streams.Provider, streams => streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly)));
}
