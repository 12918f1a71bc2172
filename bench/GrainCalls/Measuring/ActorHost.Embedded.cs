using Microsoft.Extensions.Hosting;
using MultiLine.Embedded;

namespace MultiLine.GrainCalls.Measuring;

internal static partial class ActorHost
{
    static partial void AddTo(IHostApplicationBuilder builder) =>
        builder.Services.AddEmbeddedHost(host => host.AddGrains(typeof(ActorHost).Assembly));
}
