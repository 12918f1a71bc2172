using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using MultiLine.Api.Authorization;
using MultiLine.Api.Contacts;
using MultiLine.Api.Http;
using MultiLine.Api.Messages;
using MultiLine.Api.OpenApi;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Conversations;

namespace MultiLine.Api.OptIn;

/// <summary>Asking a contact for consent, and the evidence of what was asked and answered.</summary>
internal static class OptInEndpoints
{
    public static void MapOptIn(this IEndpointRouteBuilder api)
    {
        var optIn = api.MapGroup("/lines/{line}/threads/{contact}/opt-in").WithTags("Opt-in");
        optIn.MapPost("", Ask).Requires(Access.LineUser)
            .Produces<MessageSummary>(StatusCodes.Status202Accepted)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(
                RefusalCodes.InvalidRequest, RefusalCodes.NotFound, RefusalCodes.WhatsAppNotEnabled, RefusalCodes.ConsentPending,
                RefusalCodes.ConsentDeclined, RefusalCodes.NotOnWhatsApp, RefusalCodes.NoPhoneNumber, RefusalCodes.TemplateNotApproved,
                RefusalCodes.IdempotencyConflict, RefusalCodes.ContactMerged);
        optIn.MapGet("", GetEvidence).Requires(Access.LineReader)
            .Produces<IReadOnlyList<ConsentEvidence>>().Refuses(RefusalCodes.NotFound);
    }

    /// <summary>Send the opt-in request</summary>
    /// <remarks>204 means that there is nothing to ask: the contact has agreed.</remarks>
    /// <param name="line">The line that asks.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="body">Where the permission to ask comes from, and in which language to ask.</param>
    internal static async Task<IResult> Ask(
        string line,
        string contact,
        OptInBody body,
        [FromHeader(Name = IdempotencyKey.Header), Description(IdempotencyKey.Description)] string? idempotencyKey,
        Caller caller,
        IGrainFactory grains)
    {
        var key = IdempotencyKey.Check(idempotencyKey);
        body.Check();
        if (await grains.Contact(caller, contact).Get() is null)
        {
            return ContactProblems.NotFound;
        }

        var request = new ConsentRequest(Words.Of(SendChannel.WhatsApp), caller.Person.Id, key, Words.Of(body.Basis)) { Language = body.Language };
        return new SendAnswer(await grains.Conversation(caller, line, contact).AskConsent(request), line, contact, caller);
    }

    /// <summary>What was asked and answered, oldest first</summary>
    internal static async Task<IResult> GetEvidence(string line, string contact, Caller caller, IGrainFactory grains) =>
        await grains.Contact(caller, contact).Get() is null
            ? ContactProblems.NotFound
            : TypedResults.Ok(await ConsentHistory.Read(grains.Conversation(caller, line, contact)));
}
