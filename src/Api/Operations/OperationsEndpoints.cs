using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Operations;

namespace MultiLine.Api.Operations;

/// <summary>What operators look at, and what they can do about it.</summary>
internal static class OperationsEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder api)
    {
        api.MapGet("/operations", Read).Requires(Access.Operator).WithTags("Operations")
            .Produces<OperationsView>().Refuses(RefusalCodes.InvalidRequest);
        var deadLetters = api.MapGroup("/dead-letters").WithTags("Operations");
        deadLetters.MapGet("", List).Requires(Access.Operator)
            .Produces<DeadLetterList>().Refuses(RefusalCodes.InvalidRequest);
        deadLetters.MapPost("/{id}/retry", Retry).Requires(Access.Operator)
            .Produces(StatusCodes.Status204NoContent).Refuses(RefusalCodes.NotFound);
    }

    /// <summary>How the product does just now and did in the last 15 minutes</summary>
    /// <remarks>Made to be asked for every two seconds: silos report as often.</remarks>
    /// <param name="from">The history begins with the interval that holds this time; without it, with the oldest that is kept.</param>
    /// <param name="grains">Who is asked.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Told of parts that could not be read.</param>
    internal static async Task<IResult> Read(DateTimeOffset? from, IGrainFactory grains, TimeProvider time, ILogger<OperationsView> log) =>
        TypedResults.Ok(await new OperationsReader(grains, time, log).Read(from));

    /// <summary>Conversations that a follower should have followed long ago, oldest first</summary>
    /// <remarks>Nothing of them is lost: a follower that can go on takes them in by itself.</remarks>
    /// <param name="limit">1 to 200 items; 50 if not given.</param>
    /// <param name="grains">Who is asked.</param>
    internal static async Task<IResult> List(int? limit, IGrainFactory grains) =>
        TypedResults.Ok(new DeadLetterList(await Backlog(grains).ListDeadLetters(PageLimit.Of(limit))));

    /// <summary>Have the follower try again</summary>
    /// <param name="id">Of the dead letter.</param>
    /// <param name="grains">Who is asked.</param>
    internal static async Task<IResult> Retry(string id, IGrainFactory grains) =>
        (await Backlog(grains).Retry(id)).Refusal is { } refusal ? new ProblemResult(refusal) : TypedResults.NoContent();

    private static IBacklogGrain Backlog(IGrainFactory grains) => grains.GetGrain<IBacklogGrain>(GrainKeys.SystemOrganization);
}

/// <param name="Items">Oldest first.</param>
public sealed record DeadLetterList(IReadOnlyList<DeadLetter> Items);
