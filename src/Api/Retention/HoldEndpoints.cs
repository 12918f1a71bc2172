using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Retention;

namespace MultiLine.Api.Retention;

/// <summary>Legal holds: what they cover is not disposed of.</summary>
internal static class HoldEndpoints
{
    public static void MapHolds(this IEndpointRouteBuilder api)
    {
        var holds = api.MapGroup("/holds").WithTags("Retention");
        holds.MapGet("", GetHolds).Requires(Access.Compliance).Produces<HoldList>();
        holds.MapPost("", Place).Requires(Access.Compliance)
            .Produces<HoldCard>(StatusCodes.Status201Created).Refuses(RefusalCodes.InvalidRequest, RefusalCodes.NotFound);
        holds.MapPost("/{hold}/lift", Lift).Requires(Access.Compliance)
            .Produces<HoldCard>().Refuses(RefusalCodes.InvalidRequest, RefusalCodes.NotFound);
    }

    /// <summary>All legal holds, the newest first; those that were lifted, too</summary>
    internal static async Task<IResult> GetHolds(Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(new HoldList([.. (await grains.Retention(caller).GetHolds()).Reverse()]));

    /// <summary>Place a legal hold</summary>
    /// <remarks>From then on nothing that fits all that is named is disposed of; where nothing is named, nothing of the organisation.</remarks>
    /// <param name="body">What it covers, and why.</param>
    internal static async Task<IResult> Place(HoldBody body, Caller caller, IGrainFactory grains)
    {
        foreach (var id in new[] { body.Line, body.Contact, body.Person }.OfType<string>().Where(id => !KeyPart.IsValid(id)))
        {
            throw new InvalidRequestException($"“{id}” can't be the id of a line, a contact or a person.");
        }

        var request = new HoldRequest(
            caller.Person.Id,
            GivenName.Check(body.Name),
            new HoldCover(body.Line, body.Contact, body.Person, body.From, body.Until),
            GivenReason.Check(body.Reason));
        var placed = await grains.Retention(caller).PlaceHold(request);
        return placed.Refusal is { } refusal ? new ProblemResult(refusal) : TypedResults.Created((string?)null, placed.Hold);
    }

    /// <summary>Lift a legal hold</summary>
    /// <remarks>What is due by then is disposed of with the next run. One that was lifted before stays as it is.</remarks>
    /// <param name="hold">Its id.</param>
    /// <param name="body">Why.</param>
    internal static async Task<IResult> Lift(string hold, LiftBody body, Caller caller, IGrainFactory grains)
    {
        var lifted = await grains.Retention(caller).LiftHold(new HoldEnd(hold, caller.Person.Id, GivenReason.Check(body.Reason)));
        return lifted.Refusal is { } refusal ? new ProblemResult(refusal) : TypedResults.Ok(lifted.Hold);
    }
}

/// <param name="Items">The newest first.</param>
public sealed record HoldList(IReadOnlyList<HoldCard> Items);

/// <param name="Name">As compliance officers call it: 1 to 200 characters.</param>
/// <param name="Reason">Why: 1 to 500 characters.</param>
/// <param name="Line">Only this line.</param>
/// <param name="Contact">Only this contact, and every contact that turned out to be the same one.</param>
/// <param name="Person">Only conversations that this person has written in, or whose line is or was the person's when the hold was placed.</param>
/// <param name="From">Only what was captured at this time or later.</param>
/// <param name="Until">Only what was captured before this time.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record HoldBody(
    [property: MaxLength(GivenName.Longest)] string Name,
    [property: MaxLength(GivenReason.Longest)] string Reason,
    string? Line = null,
    string? Contact = null,
    string? Person = null,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null);

/// <param name="Reason">Why: 1 to 500 characters.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record LiftBody([property: MaxLength(GivenReason.Longest)] string Reason);
