using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Archive.Search;

namespace MultiLine.Api.Archive;

/// <summary>The search of the archive.</summary>
internal static class SearchEndpoints
{
    /// <summary>In characters: no name of a word list, an expression or a rule is longer.</summary>
    private const int LongestName = 200;

    public static void MapSearch(this IEndpointRouteBuilder api) =>
        api.MapGet("/archive/search", Search).Requires(Access.Compliance).WithTags("Archive").Produces<SearchView>().Refuses(RefusalCodes.InvalidRequest);

    /// <summary>Find messages in the archive, the newest first</summary>
    /// <remarks>
    /// Words are found whatever their case and accents are: <c>word</c>, <c>"a phrase"</c>, <c>-without</c>. What policy took out of a message is not found,
    /// nor what was disposed of. Who searched, and for what, is recorded.
    /// </remarks>
    /// <param name="criteria">What is looked for; without any, everything.</param>
    internal static async Task<IResult> Search([AsParameters] SearchCriteria criteria, Caller caller, IGrainFactory grains)
    {
        var page = await grains.Search(caller).Search(criteria.ToRequest(caller.Person.Id));
        return page.Refusal is { } refusal
            ? new ProblemResult(refusal)
            : TypedResults.Ok(new SearchView(page.Items, page.Before?.ToString(CultureInfo.InvariantCulture), page.Behind));
    }

    /// <param name="Q">Words, "phrases" and -words; at most 500 characters.</param>
    /// <param name="Line">Only this line.</param>
    /// <param name="Contact">Only this contact.</param>
    /// <param name="Person">Only what this person of the firm wrote.</param>
    /// <param name="Channel">Only this channel: whatsapp, sms, voice.</param>
    /// <param name="Direction">in: what contacts wrote; out: what the firm wrote.</param>
    /// <param name="Action">Only what policy did this with: flag, redact, block.</param>
    /// <param name="Rule">Only what the rule of this id found something in.</param>
    /// <param name="Found">Only what policy found this in: the type of a detector, or the name of a word list or an expression.</param>
    /// <param name="From">Only what was captured at this time or later.</param>
    /// <param name="Until">Only what was captured before this time.</param>
    /// <param name="Before">The <c>next</c> of the page before.</param>
    /// <param name="Limit">1 to 200 messages; 50 if not given.</param>
    internal sealed record SearchCriteria(
        [FromQuery(Name = "q")] string? Q,
        [FromQuery(Name = "line")] string? Line,
        [FromQuery(Name = "contact")] string? Contact,
        [FromQuery(Name = "person")] string? Person,
        [FromQuery(Name = "channel")] string? Channel,
        [FromQuery(Name = "direction")] string? Direction,
        [FromQuery(Name = "action")] string? Action,
        [FromQuery(Name = "rule")] string? Rule,
        [FromQuery(Name = "found")] string? Found,
        [FromQuery(Name = "from")] DateTimeOffset? From,
        [FromQuery(Name = "until")] DateTimeOffset? Until,
        [FromQuery(Name = "before")] long? Before,
        [FromQuery(Name = "limit")] int? Limit)
    {
        public SearchRequest ToRequest(string person) => new()
        {
            Person = person,
            Text = Q ?? "",
            Limit = PageLimit.Of(Limit),
            Line = Id("line", Line),
            Contact = Id("contact", Contact),
            Author = Id("person", Person),
            Channel = Channel is null || Channels.Parse(Channel) is not null
                ? Channel
                : throw new InvalidRequestException("“channel” must be whatsapp, sms or voice."),
            Inbound = Direction switch
            {
                null => null,
                "in" => true,
                "out" => false,
                _ => throw new InvalidRequestException("“direction” must be in or out."),
            },
            Action = Action is null or "flag" or "redact" or "block" ? Action : throw new InvalidRequestException("“action” must be flag, redact or block."),
            Rule = Name("rule", Rule),
            Found = Name("found", Found),
            From = From,
            Until = Until,
            Before = PageStart.Of("before", Before),
        };

        private static string? Id(string name, string? id) =>
            id is null || KeyPart.IsValid(id) ? id : throw new InvalidRequestException($"“{name}” must be the id of a {name}.");

        private static string? Name(string name, string? value) =>
            value is null or { Length: > 0 and <= LongestName } ? value : throw new InvalidRequestException($"“{name}” must have 1 to {LongestName} characters.");
    }
}

/// <param name="Items">The newest first.</param>
/// <param name="Next">Where the next page begins; null on the last one. A page may be short, or empty, and another still follow.</param>
/// <param name="Behind">How many records of the ledger can't be found yet: they are taken in within a minute or two.</param>
public sealed record SearchView(IReadOnlyList<FoundItem> Items, string? Next, long Behind);
