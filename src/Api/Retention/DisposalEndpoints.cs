using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Retention;

namespace MultiLine.Api.Retention;

/// <summary>The disposal of what is kept no longer.</summary>
internal static class DisposalEndpoints
{
    public static void MapDisposals(this IEndpointRouteBuilder api)
    {
        var disposals = api.MapGroup("/disposals").WithTags("Retention");
        disposals.MapGet("", GetRuns).Requires(Access.Compliance).Produces<Page<DisposalReport>>().Refuses(RefusalCodes.InvalidRequest);
        disposals.MapPost("", Start).Requires(Access.Compliance).Produces<DisposalReport>(StatusCodes.Status202Accepted);
    }

    /// <summary>The runs of disposal, the newest first</summary>
    /// <param name="before">The <c>next</c> of the page before.</param>
    /// <param name="limit">1 to 200 runs; 50 if not given.</param>
    internal static async Task<IResult> GetRuns(string? before, int? limit, Caller caller, IGrainFactory grains)
    {
        if (before is not null && !KeyPart.IsValid(before))
        {
            throw new InvalidRequestException("“before” must be the “next” of the page before.");
        }

        var size = PageLimit.Of(limit);
        var runs = await grains.Retention(caller).GetRuns(before, size);
        return TypedResults.Ok(new Page<DisposalReport>(runs, runs.Count == size ? runs[^1].Id : null));
    }

    /// <summary>Dispose now of what is due</summary>
    /// <remarks>Otherwise it is done each day. Where a run is under way, that one is the answer. What is under a legal hold stays.</remarks>
    internal static async Task<IResult> Start(Caller caller, IGrainFactory grains) =>
        TypedResults.Accepted((string?)null, await grains.Retention(caller).Start(caller.Person.Id));
}
