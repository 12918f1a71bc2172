using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Webhooks;

namespace MultiLine.Api.RawInbox;

/// <summary>What arrived and belongs to nobody.</summary>
internal static class RawInboxEndpoints
{
    public static void MapRawInbox(this IEndpointRouteBuilder api)
    {
        var inbox = api.MapGroup("/raw-inbox").WithTags("Raw inbox");
        inbox.MapGet("", List).Requires(Access.Operator)
            .Produces<Page<RawInboxItem>>().Refuses(RefusalCodes.InvalidRequest);
        inbox.MapPost("/{id:long}/replay", Replay).Requires(Access.Operator)
            .Produces(StatusCodes.Status204NoContent).Refuses(RefusalCodes.NotFound);
    }

    /// <summary>What could not be attributed or understood, newest first</summary>
    /// <param name="before">The <c>next</c> of the page before.</param>
    /// <param name="limit">1 to 200 items; 50 if not given.</param>
    internal static async Task<IResult> List(long? before, int? limit, IGrainFactory grains)
    {
        var count = PageLimit.Of(limit);
        var items = await Inbox(grains).List(PageStart.Of("before", before), count);
        return TypedResults.Ok(new Page<RawInboxItem>(items, items.Count == count ? items[^1].Id.ToString(provider: null) : null));
    }

    /// <summary>Take an item in once more</summary>
    /// <param name="id">The item.</param>
    internal static async Task<IResult> Replay(long id, IGrainFactory grains) =>
        await Inbox(grains).Replay(id)
            ? TypedResults.NoContent()
            : new ProblemResult(RefusalCodes.NotFound, "There is no such item, or it still belongs to nobody.");

    private static IRawInboxGrain Inbox(IGrainFactory grains) => grains.GetGrain<IRawInboxGrain>(GrainKeys.SystemOrganization);
}
