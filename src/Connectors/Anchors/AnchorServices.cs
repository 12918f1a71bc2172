using Microsoft.Extensions.DependencyInjection;

namespace MultiLine.Connectors.Anchors;

public static class AnchorServices
{
    /// <summary>Destinations as configured, checked when the host starts, and the client for them.</summary>
    public static IServiceCollection AddAnchors(this IServiceCollection services)
    {
        services.AddOptions<AnchorOptions>().BindConfiguration(AnchorOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        // What a destination answers is kept; its address need not stand in logs too.
        services.AddHttpClient<AnchorClient>().RemoveAllLoggers();
        return services;
    }
}
