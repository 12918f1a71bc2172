using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Archive;

namespace MultiLine.Api.Archive;

/// <summary>Whether the ledger has everything that the conversations' logs have.</summary>
internal static class ReconciliationEndpoints
{
    public static void MapReconciliations(this IEndpointRouteBuilder api)
    {
        var reconciliations = api.MapGroup("/archive/reconciliations").WithTags("Archive");
        reconciliations.MapGet("", GetReports).Requires(Access.Compliance).Produces<ReconciliationList>().Refuses(RefusalCodes.InvalidRequest);
        reconciliations.MapPost("", Run).Requires(Access.Compliance).Produces<ReconciliationReport>();
    }

    /// <summary>What comparisons of the logs with the ledger found, the newest first</summary>
    /// <param name="before">The number below which to begin; the newest if not given.</param>
    /// <param name="limit">1 to 200 reports; 50 if not given.</param>
    internal static async Task<IResult> GetReports(long? before, int? limit, Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(new ReconciliationList(
            await grains.Reconciliations(caller).GetReports(PageStart.Of("before", before) ?? long.MaxValue, PageLimit.Of(limit))));

    /// <summary>Compare now, and record what is missing</summary>
    internal static async Task<IResult> Run(Caller caller, IGrainFactory grains) => TypedResults.Ok(await grains.Reconciliations(caller).Run());
}

/// <param name="Items">The newest first.</param>
public sealed record ReconciliationList(IReadOnlyList<ReconciliationReport> Items);
