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
            .Produces<RawInboxPage>().Refuses(RefusalCodes.InvalidRequest);
        inbox.MapGet("/{id:long}", Read).Requires(Access.Operator)
            .Produces<RawInboxContent>().Refuses(RefusalCodes.NotFound);
        inbox.MapPost("/{id:long}/replay", Replay).Requires(Access.Operator)
            .Produces(StatusCodes.Status204NoContent).Refuses(RefusalCodes.NotFound);
    }

    /// <summary>What could not be attributed or understood, newest first</summary>
    /// <remarks>Without the bodies: each is read by its own address.</remarks>
    /// <param name="before">The <c>next</c> of the page before.</param>
    /// <param name="limit">1 to 200 items; 50 if not given.</param>
    internal static async Task<IResult> List(long? before, int? limit, IGrainFactory grains)
    {
        var count = PageLimit.Of(limit);
        var items = await Inbox(grains).List(PageStart.Of("before", before), count);
        var next = items.Count == count ? items[^1].Id.ToString(provider: null) : null;
        return TypedResults.Ok(new RawInboxPage(items, next, await Inbox(grains).CountOpen()));
    }

    /// <summary>One item with what came</summary>
    /// <param name="id">The item.</param>
    internal static async Task<IResult> Read(long id, IGrainFactory grains) => await Inbox(grains).Read(id) switch
    {
        { Body: not null } content => TypedResults.Ok(content),
        null => new ProblemResult(RefusalCodes.NotFound, "There is no such item."),
        _ => new ProblemResult(RefusalCodes.NotFound, "The item can't be opened: its seal is broken. What it held can't be shown."),
    };

    /// <summary>Take an item in once more</summary>
    /// <param name="id">The item.</param>
    internal static async Task<IResult> Replay(long id, IGrainFactory grains) =>
        (await Inbox(grains).Replay(id)).Refusal is { } refusal ? new ProblemResult(refusal) : TypedResults.NoContent();

    private static IRawInboxGrain Inbox(IGrainFactory grains) => grains.GetGrain<IRawInboxGrain>(GrainKeys.SystemOrganization);
}

/// <summary>A part of the raw inbox.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">Where the next page begins; null on the last one, unless that is exactly full: then the next page is empty.</param>
/// <param name="Open">How many items of the whole raw inbox no replay has taken in.</param>
public sealed record RawInboxPage(IReadOnlyList<RawInboxItem> Items, string? Next, long Open);
