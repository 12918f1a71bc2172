using MultiLine.Embedded;
using MultiLine.Grains.Conversations;
using MultiLine.Grains.Interfaces;

namespace MultiLine.Silo;

public static partial class SiloHosting
{
    static partial void AddActorHost(IHostApplicationBuilder builder) => builder.Services.AddEmbeddedHost(host => host
        .AddGrains(typeof(ConversationGrain).Assembly)
        .AddMemoryStreams(Streams.Provider));

    private static partial string AddressOf(IServiceProvider services) => SiloAddress.Zero.ToParsableString();
}
