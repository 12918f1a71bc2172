using Microsoft.Extensions.Hosting;
using MultiLine.Grains.Interfaces;
using Orleans.Streams;

namespace MultiLine.Silo;

public static partial class SiloHosting
{
    /// <summary>One silo without any service beside it: localhost clustering, and reminders and grain state in SQLite.</summary>
    static partial void AddActorHost(IHostApplicationBuilder builder) => builder.UseOrleans(silo => silo
        .UseLocalhostClustering()
        .AddReminders()
        // Every subscription is implicit, so there is nothing to remember about subscribers.
        .AddMemoryStreams(Streams.Provider, streams => streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly)));
}
