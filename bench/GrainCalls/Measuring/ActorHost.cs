using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MultiLine.GrainCalls.Measuring;

/// <summary>The actor host that this was built for, in this process. The part that knows it is in the file named after it.</summary>
internal static partial class ActorHost
{
    public static async Task<IHost> StartAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        AddTo(builder);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    /// <summary>The grains as the API sees them when it is in the process of the silo.</summary>
    public static IGrainFactory Grains(this IHost host) => host.Services.GetRequiredService<IGrainFactory>();

    static partial void AddTo(IHostApplicationBuilder builder);
}
