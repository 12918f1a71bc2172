using Microsoft.AspNetCore.Http.HttpResults;
using MultiLine.Api.Authorization;
using MultiLine.Api.Problems;
using MultiLine.Grains.Interfaces.SignIn;

namespace MultiLine.Api.Health;

/// <summary>For whoever watches over the process.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", Live).AllowAnyone().Produces<Health>();
        health.MapGet("/ready", Ready).AllowAnyone().Produces<Health>();
    }

    /// <summary>The process answers</summary>
    internal static Ok<Health> Live() => TypedResults.Ok(new Health("live"));

    /// <summary>Grains and storage answer</summary>
    internal static async Task<IResult> Ready(IGrainFactory grains, TimeProvider time, ILogger<Health> logger)
    {
        try
        {
            // Looks a link up that nobody has: the shortest way through a grain down to the storage.
            await grains.GetGrain<ISignInGrain>("health").Peek("health").WaitAsync(Patience, time);
            return TypedResults.Ok(new Health("ready"));
        }
        catch (Exception exception)
        {
            logger.NotReady(exception);
            return new ProblemResult(ProblemCodes.Unavailable, "Grains or storage don't answer.");
        }
    }

    /// <param name="Status">live or ready.</param>
    public sealed record Health(string Status);
}
