using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Conversations;

namespace MultiLine.Api.Messages;

/// <summary>What messages said before policy changed them.</summary>
internal static class OriginalEndpoint
{
    public static void MapOriginals(this IEndpointRouteBuilder messages) =>
        messages.MapPost("/{id}/original", Open).Requires(Access.Compliance)
            .Produces<OpenedOriginal>().Refuses(RefusalCodes.NotFound, RefusalCodes.InvalidRequest);

    /// <summary>Open what a message said before policy changed it</summary>
    /// <remarks>Of a message that was blocked, too. Who opened it, when and why, is recorded before anything is shown.</remarks>
    /// <param name="line">The line.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="id">The message.</param>
    /// <param name="body">Why.</param>
    internal static async Task<IResult> Open(string line, string contact, string id, OpeningReason body, Caller caller, IGrainFactory grains)
    {
        var reason = GivenReason.Check(body.Reason);
        if (!KeyPart.IsValid(id))
        {
            return MessageEndpoints.NoSuchMessage;
        }

        var opened = await grains.Conversation(caller, line, contact).OpenOriginal(new OriginalRequest(caller.Person.Id, id, reason));
        return opened.Refusal is { } refusal ? new ProblemResult(refusal) : TypedResults.Ok(new OpenedOriginal(opened.Originals));
    }
}

/// <param name="Reason">Why the original has to be seen: 1 to 500 characters.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record OpeningReason([property: MaxLength(GivenReason.Longest)] string Reason);

/// <param name="Originals">Oldest first: of the message as it came, and of each edit that policy changed.</param>
public sealed record OpenedOriginal(IReadOnlyList<OriginalPart> Originals);
