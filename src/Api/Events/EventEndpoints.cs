using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;

namespace MultiLine.Api.Events;

/// <summary>What happens on a line, live.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder api) =>
        api.MapGet("/lines/{line}/events", Follow).Requires(Access.LineReader).WithTags("Events")
            .Produces<string>(StatusCodes.Status200OK, EventStream.ContentType)
            .Refuses(RefusalCodes.NotFound, RefusalCodes.InvalidRequest);

    /// <summary>Follow a line live</summary>
    /// <remarks>
    /// Server-sent events: the type is what happened, the id is a cursor, the data says in which thread. After a break the stream goes on
    /// behind <c>Last-Event-ID</c> without a gap. Without one it begins now. The stream ends with the session; with a new one it goes on.
    /// </remarks>
    /// <param name="line">The line.</param>
    /// <param name="after">The same, for clients that can't set the header.</param>
    internal static async Task<IResult> Follow(
        string line,
        [FromHeader(Name = "Last-Event-ID"), Description("The id of the last event that was seen; browsers send it by themselves.")] string? lastEventId,
        long? after,
        Caller caller,
        IGrainFactory grains,
        EventStreams streams)
    {
        var newest = await grains.Inbox(caller, line).GetCursor();
        var start = Cursor(lastEventId) ?? PageStart.Of("after", after) ?? newest;
        return start <= newest
            ? streams.Open(caller, line, start)
            : throw new InvalidRequestException($"No event of this line has had the id {start} yet. Leave it out to begin now.");
    }

    private static long? Cursor(string? lastEventId) => lastEventId switch
    {
        null or "" => null,
        _ when long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) => cursor,
        _ => throw new InvalidRequestException("“Last-Event-ID” must be an id that an event had."),
    };
}
