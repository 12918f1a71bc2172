using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Surveillance;

namespace MultiLine.Api.Surveillance;

/// <summary>The messages that compliance officers are to look at, and what they decide.</summary>
internal static class ReviewEndpoints
{
    /// <summary>Of messages that are decided about at once.</summary>
    private const int MostAtOnce = 200;

    public static void MapReviews(this IEndpointRouteBuilder api)
    {
        var reviews = api.MapGroup("/reviews").WithTags("Surveillance");
        reviews.MapGet("", GetMessages).Requires(Access.Compliance).Produces<ReviewList>().Refuses(RefusalCodes.InvalidRequest);
        reviews.MapPost("/decisions", Decide).Requires(Access.Compliance)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(RefusalCodes.InvalidRequest, RefusalCodes.NotFound, RefusalCodes.OwnMessage);
    }

    /// <summary>The review queue, the newest message first</summary>
    /// <remarks>
    /// It holds the messages in which policy found something, and as many others as the policy's sampling says. A message is shown as people are shown it.
    /// </remarks>
    /// <param name="criteria">Which messages.</param>
    internal static async Task<IResult> GetMessages([AsParameters] ReviewCriteria criteria, Caller caller, IGrainFactory grains)
    {
        var page = await grains.Reviews(caller).GetMessages(criteria.ToQuery());
        return TypedResults.Ok(new ReviewList(
            page.Items, page.Before?.ToString(CultureInfo.InvariantCulture), page.Open, page.Escalated, page.Closed, page.Behind));
    }

    /// <summary>Say what you think of messages</summary>
    /// <remarks>
    /// All or none. What was decided, by whom, when and why is recorded in the ledger. Deciding again about the same message is possible: the newest decision
    /// counts, and the earlier ones stay. Nobody decides about messages of their own.
    /// </remarks>
    /// <param name="body">Which messages, and what is decided.</param>
    internal static async Task<IResult> Decide(DecisionBody body, Caller caller, IGrainFactory grains)
    {
        if (body.Places is not { Count: > 0 and <= MostAtOnce } || body.Places.Distinct().Count() < body.Places.Count)
        {
            throw new InvalidRequestException($"“places” must have 1 to {MostAtOnce} messages, each once.");
        }

        if (body.Outcome is not ("no_issue" or "escalated" or "violation"))
        {
            throw new InvalidRequestException("“outcome” must be no_issue, escalated or violation.");
        }

        var note = body.Note?.Trim() ?? "";
        if (note.Length > GivenReason.Longest || (note.Length == 0 && body.Outcome != "no_issue"))
        {
            throw new InvalidRequestException($"“note” must have 1 to {GivenReason.Longest} characters, and may be left out only where there is no issue: it is recorded.");
        }

        var refusal = await grains.Reviews(caller).Decide(new ReviewDecision(caller.Person.Id, [.. body.Places], body.Outcome, note));
        return refusal is null ? TypedResults.NoContent() : new ProblemResult(refusal);
    }

    /// <param name="State">open (nobody has decided), escalated or closed; open if not given.</param>
    /// <param name="Cause">Only what is in the queue for this: block, redact, flag, sample.</param>
    /// <param name="Line">Only this line.</param>
    /// <param name="Person">Only what this person of the firm wrote.</param>
    /// <param name="Before">The <c>next</c> of the page before.</param>
    /// <param name="Limit">1 to 200 messages; 50 if not given.</param>
    internal sealed record ReviewCriteria(
        [FromQuery(Name = "state")] string? State,
        [FromQuery(Name = "cause")] string? Cause,
        [FromQuery(Name = "line")] string? Line,
        [FromQuery(Name = "person")] string? Person,
        [FromQuery(Name = "before")] long? Before,
        [FromQuery(Name = "limit")] int? Limit)
    {
        public ReviewQuery ToQuery() => new(
            State is null or "open" or "escalated" or "closed"
                ? State ?? "open"
                : throw new InvalidRequestException("“state” must be open, escalated or closed."),
            PageLimit.Of(Limit))
        {
            Cause = Cause is null or "block" or "redact" or "flag" or "sample"
                ? Cause
                : throw new InvalidRequestException("“cause” must be block, redact, flag or sample."),
            Line = Id("line", Line),
            Author = Id("person", Person),
            Before = PageStart.Of("before", Before),
        };

        private static string? Id(string name, string? id) =>
            id is null || KeyPart.IsValid(id) ? id : throw new InvalidRequestException($"“{name}” must be the id of a {name}.");
    }
}

/// <param name="Items">The newest first.</param>
/// <param name="Next">Where the next page begins; null on the last one, unless that is exactly full: then the next page is empty.</param>
/// <param name="Open">How many messages nobody has decided about.</param>
/// <param name="Escalated">How many wait for somebody else.</param>
/// <param name="Closed">How many are decided.</param>
/// <param name="Behind">How many records of the ledger were not looked through yet: that is done within a minute or two.</param>
public sealed record ReviewList(IReadOnlyList<ReviewItem> Items, string? Next, long Open, long Escalated, long Closed, long Behind);

/// <param name="Places">Of the messages, as the queue names them: 1 to 200.</param>
/// <param name="Outcome">no_issue, escalated, violation.</param>
/// <param name="Note">Why: at most 500 characters. May be left out where there is no issue.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DecisionBody(IReadOnlyList<long> Places, string Outcome, [property: MaxLength(GivenReason.Longest)] string? Note = null);
