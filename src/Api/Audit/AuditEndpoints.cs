using System.Globalization;
using System.Text.Json;
using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Audit;

namespace MultiLine.Api.Audit;

/// <summary>What people did that is no part of a conversation.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder api) =>
        api.MapGet("/audit", GetActs).Requires(Access.Compliance).WithTags("Audit")
            .Produces<Page<AuditRecord>>().Refuses(RefusalCodes.InvalidRequest);

    /// <summary>Who did what that has to be known later, newest first</summary>
    /// <remarks>Originals opened, archives searched, exports, policies and recording changed, holds, what was disposed of. The ledger holds each of these acts too.</remarks>
    /// <param name="before">The <c>next</c> of the page before.</param>
    /// <param name="limit">1 to 200 acts; 50 if not given.</param>
    internal static async Task<IResult> GetActs(long? before, int? limit, Caller caller, IGrainFactory grains)
    {
        var page = await grains.Audit(caller).GetActs(PageStart.Of("before", before), PageLimit.Of(limit));
        return TypedResults.Ok(new Page<AuditRecord>([.. page.Acts.Select(AuditRecord.Of)], page.Before?.ToString(CultureInfo.InvariantCulture)));
    }
}

/// <summary>One act.</summary>
/// <param name="Place">Among the organisation's acts, from 1, without gaps.</param>
/// <param name="Type">original_opened, archive_searched, export_made, policy_changed, recording_changed, hold_placed, hold_lifted, content_disposed, raw_items_disposed.</param>
/// <param name="At">When.</param>
/// <param name="Person">Who.</param>
/// <param name="Reason">As the person gave it, or the words that were searched for; null where there are none.</param>
/// <param name="Act">As it is stored.</param>
public sealed record AuditRecord(long Place, string Type, DateTimeOffset At, string Person, string? Reason, JsonElement Act)
{
    internal static AuditRecord Of(AuditAct act) => new(act.Place, act.Type, act.At, act.Person, act.Reason, JsonElement.Parse(act.Body));
}
