using Microsoft.Extensions.Diagnostics.HealthChecks;
using MultiLine.Grains.Interfaces.SignIn;

namespace MultiLine.Silo.Health;

/// <summary>For whoever watches over the process: <c>/health/live</c> and <c>/health/ready</c>, 200 or 503.</summary>
internal static class SiloHealth
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddSiloHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<GrainsAnswer>("grains", timeout: Patience);
        return services;
    }

    public static void MapSiloHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = static _ => false });
        app.MapHealthChecks("/health/ready");
    }
}

/// <summary>A grain of this silo reads from the storage. A silo that is about to stop is not ready any more.</summary>
internal sealed class GrainsAnswer(IGrainFactory grains, IHostApplicationLifetime lifetime) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The silo is stopping.");
        }

        // Looks a link up that nobody has. The grain is a stateless worker, so the call stays in this silo.
        await grains.GetGrain<ISignInGrain>("health").Peek("health").WaitAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
