using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;
using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Exports;

namespace MultiLine.Api.Exports;

/// <summary>Copies of the archive for somebody outside.</summary>
internal static class ExportEndpoints
{
    private static ProblemResult NoSuchExport => new(RefusalCodes.NotFound, "Your organisation has no such export.");

    public static void MapExports(this IEndpointRouteBuilder api)
    {
        var exports = api.MapGroup("/exports").WithTags("Exports");
        exports.MapGet("", GetExports).Requires(Access.Compliance).Produces<Page<ExportCard>>().Refuses(RefusalCodes.InvalidRequest);
        exports.MapPost("", Order).Requires(Access.Compliance)
            .Produces<ExportCard>(StatusCodes.Status201Created).Refuses(RefusalCodes.InvalidRequest, RefusalCodes.NotFound);
        exports.MapGet("/{export}", GetExport).Requires(Access.Compliance).Produces<ExportCard>().Refuses(RefusalCodes.NotFound);
        exports.MapGet("/{export}/file", GetFile).Requires(Access.Compliance)
            .Produces<byte[]>(StatusCodes.Status200OK, ExportDownload.Lines, ExportDownload.Archive).Refuses(RefusalCodes.NotFound, RefusalCodes.InvalidRequest);
    }

    /// <summary>Exports that were asked for, the newest first</summary>
    /// <param name="before">The <c>next</c> of the page before.</param>
    /// <param name="limit">1 to 200 exports; 50 if not given.</param>
    internal static async Task<IResult> GetExports(long? before, int? limit, Caller caller, IGrainFactory grains)
    {
        var page = await grains.Exports(caller).List(PageStart.Of("before", before), PageLimit.Of(limit));
        return TypedResults.Ok(new Page<ExportCard>(page.Exports, page.Before?.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Ask for an export</summary>
    /// <remarks>
    /// The ledger is signed as it is now, and that is what the export holds, whenever it is downloaded; what is disposed of in between is not in it any more.
    /// Who asked for what, and why, is recorded first.
    /// </remarks>
    /// <param name="body">What is wanted, and why.</param>
    internal static async Task<IResult> Order(ExportBody body, Caller caller, IGrainFactory grains)
    {
        foreach (var id in new[] { body.Line, body.Contact }.OfType<string>().Where(id => !KeyPart.IsValid(id)))
        {
            throw new InvalidRequestException($"“{id}” can't be the id of a line or a contact.");
        }

        var ordered = await grains.Exports(caller).Order(new ExportOrder(caller.Person.Id, GivenReason.Check(body.Reason), body.Format)
        {
            Line = body.Line, Contact = body.Contact, From = body.From, Until = body.Until, WithContent = body.WithContent, Zone = body.Zone,
        });
        return ordered.Refusal is { } refusal ? new ProblemResult(refusal) : TypedResults.Created((string?)null, ordered.Export);
    }

    /// <summary>One export</summary>
    /// <param name="export">Its id.</param>
    internal static async Task<IResult> GetExport(string export, Caller caller, IGrainFactory grains) =>
        await Find(export, caller, grains) is { } card ? TypedResults.Ok(card) : NoSuchExport;

    /// <summary>Download an export</summary>
    /// <remarks>
    /// JSON lines as one file, every other format as a ZIP. It is made while it is downloaded, and no copy of it is kept. A download of JSON lines that broke
    /// off goes on behind the lines that are there.
    /// </remarks>
    /// <param name="export">Its id.</param>
    /// <param name="from_line">Of JSON lines: how many whole lines are there already; 0 if not given.</param>
    internal static async Task<IResult> GetFile(string export, long? from_line, Caller caller, IGrainFactory grains)
    {
        if (await Find(export, caller, grains) is not { } card)
        {
            return NoSuchExport;
        }

        var skip = PageStart.Of("from_line", from_line) ?? 0;
        return skip > 0 && card.Format != ExportDownload.JsonLines
            ? throw new InvalidRequestException("“from_line” is for JSON lines only.")
            : new ExportDownload(card, grains.Exports(caller), skip);
    }

    private static async Task<ExportCard?> Find(string export, Caller caller, IGrainFactory grains) =>
        KeyPart.IsValid(export) ? await grains.Exports(caller).Find(export) : null;
}

/// <param name="Format">jsonl: the ledger as JSON lines, which <c>multiline verify</c> checks. eml: a mail for each event. rsmf: Relativity's short messages. transcript: HTML for print. pdf: the same as PDF, where Chromium is.</param>
/// <param name="Reason">Why: 1 to 500 characters.</param>
/// <param name="Line">Only this line.</param>
/// <param name="Contact">Only this contact.</param>
/// <param name="From">Only what was captured at this time or later.</param>
/// <param name="Until">Only what was captured before this time.</param>
/// <param name="WithContent">Whether what messages say is in it.</param>
/// <param name="Zone">The IANA time zone in which people are told times; UTC if not given.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ExportBody(
    string Format,
    [property: MaxLength(GivenReason.Longest)] string Reason,
    string? Line = null,
    string? Contact = null,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null,
    bool WithContent = true,
    string? Zone = null);
