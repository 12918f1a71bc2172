using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Archive;

namespace MultiLine.Api.Archive;

/// <summary>What proves the ledger: signed tree heads, the keys that verify them, and proofs under them.</summary>
internal static class ProofEndpoints
{
    public static void MapProofs(this IEndpointRouteBuilder api)
    {
        var archive = api.MapGroup("/archive").WithTags("Archive");
        archive.MapGet("/heads", GetHeads).Requires(Access.Compliance).Produces<TreeHeadPage>().Refuses(RefusalCodes.InvalidRequest);
        archive.MapPost("/heads", Sign).Requires(Access.Compliance).Produces<TreeHeadCard>();
        archive.MapGet("/heads/{head}", GetHead).Requires(Access.Compliance)
            .Produces<TreeHeadCard>().Refuses(RefusalCodes.NotFound, RefusalCodes.InvalidRequest);
        archive.MapGet("/anchors", GetAnchors).Requires(Access.Compliance).Produces<AnchorList>().Refuses(RefusalCodes.InvalidRequest);
        archive.MapGet("/keys", GetKeys).Requires(Access.Compliance).Produces<LedgerKeyList>();
        archive.MapGet("/proofs/record", ProveRecord).Requires(Access.Compliance)
            .Produces<RecordProof>().Refuses(RefusalCodes.NotFound, RefusalCodes.InvalidRequest);
        archive.MapGet("/proofs/consistency", ProveConsistency).Requires(Access.Compliance)
            .Produces<ConsistencyProof>().Refuses(RefusalCodes.NotFound, RefusalCodes.InvalidRequest);
    }

    /// <summary>The signed tree heads, the first one first</summary>
    /// <param name="after">The number behind which to begin; 0 if not given.</param>
    /// <param name="limit">1 to 200 heads; 50 if not given.</param>
    internal static async Task<IResult> GetHeads(long? after, int? limit, Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(await grains.TreeHeads(caller).GetHeads(PageStart.Of("after", after) ?? 0, PageLimit.Of(limit)));

    /// <summary>Sign a tree head now, unless the newest says it all already</summary>
    internal static async Task<IResult> Sign(Caller caller, IGrainFactory grains) => TypedResults.Ok(await grains.TreeHeads(caller).Sign());

    /// <summary>One tree head</summary>
    /// <param name="head">Its number, from 1.</param>
    internal static async Task<IResult> GetHead(long head, Caller caller, IGrainFactory grains) =>
        await grains.TreeHeads(caller).FindHead(head) is { } found ? TypedResults.Ok(found) : NoHead();

    /// <summary>What destinations outside answered when tree heads were left there, the newest first</summary>
    /// <param name="before">The id below which to begin; the newest if not given.</param>
    /// <param name="limit">1 to 200 answers; 50 if not given.</param>
    internal static async Task<IResult> GetAnchors(long? before, int? limit, Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(new AnchorList(
            await grains.TreeHeads(caller).GetAnchors(PageStart.Of("before", before) ?? long.MaxValue, PageLimit.Of(limit))));

    /// <summary>The public keys of all keys that have signed tree heads</summary>
    internal static async Task<IResult> GetKeys(Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(new LedgerKeyList(await grains.TreeHeads(caller).GetKeys()));

    /// <summary>Proof that a record is under a tree head</summary>
    /// <remarks>The record is named by its event (conversation and version) or by its place (shard and sequence).</remarks>
    /// <param name="conversation">Whose event: organisation, line and contact, with slashes between them.</param>
    /// <param name="version">The event's version in the conversation.</param>
    /// <param name="shard">Which part of the ledger.</param>
    /// <param name="sequence">The record's sequence number in the shard, from 1.</param>
    /// <param name="head">The number of the tree head; without it the newest, and one is signed if the ledger has grown since.</param>
    internal static async Task<IResult> ProveRecord(
        string? conversation, long? version, int? shard, long? sequence, long? head, Caller caller, IGrainFactory grains)
    {
        var heads = grains.TreeHeads(caller);
        var outcome = (conversation, version, shard, sequence) switch
        {
            ({ } key, { } at, null, null) => ConversationKey.TryParse(key, out _)
                ? await heads.ProveEvent(key, at, head)
                : throw new InvalidRequestException("“conversation” must be organisation, line and contact, with slashes between them."),
            (null, null, { } part, { } place) => part is >= 0 and <= ArchiveEndpoints.LastShard
                ? await heads.ProveRecord(part, place, head)
                : throw new InvalidRequestException($"“shard” must be between 0 and {ArchiveEndpoints.LastShard}."),
            _ => throw new InvalidRequestException("Name a record by “conversation” and “version” or by “shard” and “sequence”."),
        };
        return outcome.Refusal is { } refusal ? new ProblemResult(refusal) : TypedResults.Ok(outcome.Proof);
    }

    /// <summary>Proof that the ledger under one tree head goes on from what it was under an earlier one</summary>
    /// <param name="before">The number of the earlier head.</param>
    /// <param name="head">The number of the later one.</param>
    internal static async Task<IResult> ProveConsistency(long before, long head, Caller caller, IGrainFactory grains)
    {
        if (before > head)
        {
            throw new InvalidRequestException("“before” must be the number of the earlier head.");
        }

        return await grains.TreeHeads(caller).ProveConsistency(before, head) is { } proof ? TypedResults.Ok(proof) : NoHead();
    }

    private static ProblemResult NoHead() => new(RefusalCodes.NotFound, "There is no such tree head.");
}

/// <param name="Items">The first to be used first.</param>
public sealed record LedgerKeyList(IReadOnlyList<LedgerKeyCard> Items);

/// <param name="Items">The newest first.</param>
public sealed record AnchorList(IReadOnlyList<AnchorCard> Items);
