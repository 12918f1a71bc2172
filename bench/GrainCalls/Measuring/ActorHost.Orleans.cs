using Microsoft.Extensions.Hosting;
using MultiLine.Tests.Shared;

namespace MultiLine.GrainCalls.Measuring;

internal static partial class ActorHost
{
    /// <summary>One silo with all defaults: no call leaves the process, and nobody traces activities.</summary>
    static partial void AddTo(IHostApplicationBuilder builder) =>
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort.Next(), FreePort.Next()));
}
