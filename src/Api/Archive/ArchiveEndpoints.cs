using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Archive;

namespace MultiLine.Api.Archive;

/// <summary>The ledger of the organisation.</summary>
internal static class ArchiveEndpoints
{
    /// <summary>No organisation can have more; a shard that it doesn't have is empty.</summary>
    internal const int LastShard = 63;

    public static void MapArchive(this IEndpointRouteBuilder api) =>
        api.MapGet("/archive", GetEntries).Requires(Access.Compliance).WithTags("Archive")
            .Produces<ArchivePage>().Refuses(RefusalCodes.InvalidRequest);

    /// <summary>The ledger: a gap-free, hash-chained record of all events</summary>
    /// <param name="shard">Which part of the ledger; 0 if not given.</param>
    /// <param name="after">The sequence number behind which to begin; 0 if not given.</param>
    /// <param name="limit">1 to 200 entries; 50 if not given.</param>
    internal static async Task<IResult> GetEntries(int? shard, long? after, int? limit, Caller caller, IGrainFactory grains)
    {
        if (shard is < 0 or > LastShard)
        {
            throw new InvalidRequestException($"“shard” must be between 0 and {LastShard}.");
        }

        return TypedResults.Ok(await grains.Archive(caller, shard ?? 0).GetEntries(PageStart.Of("after", after) ?? 0, PageLimit.Of(limit)));
    }
}
