using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MultiLine.Api.Authorization;
using MultiLine.Api.Contacts;
using MultiLine.Api.Http;
using MultiLine.Api.Messages.Media;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Conversations;

namespace MultiLine.Api.Messages;

/// <summary>The messages of a thread.</summary>
internal static class MessageEndpoints
{
    private static readonly string[] SendRefusals =
    [
        RefusalCodes.InvalidRequest, RefusalCodes.NotFound, RefusalCodes.WhatsAppNotEnabled, RefusalCodes.ConsentRequired,
        RefusalCodes.ConsentPending, RefusalCodes.ConsentDeclined, RefusalCodes.MarketingStopped, RefusalCodes.MarketingHeldBack,
        RefusalCodes.SessionClosed, RefusalCodes.NotOnWhatsApp, RefusalCodes.NoPhoneNumber, RefusalCodes.TemplateNotApproved,
        RefusalCodes.TemplateParameters, RefusalCodes.IdempotencyConflict, RefusalCodes.SmsNotEnabled, RefusalCodes.NotOnSms, RefusalCodes.ContactMerged,
        RefusalCodes.BlockedByPolicy, RefusalCodes.NoLongerKept,
    ];

    private static readonly string[] SmsRefusals =
    [
        RefusalCodes.InvalidRequest, RefusalCodes.NotFound, RefusalCodes.SmsNotEnabled, RefusalCodes.ConsentDeclined, RefusalCodes.NotOnSms,
        RefusalCodes.NoPhoneNumber, RefusalCodes.IdempotencyConflict, RefusalCodes.ContactMerged, RefusalCodes.BlockedByPolicy, RefusalCodes.NoLongerKept,
    ];

    public static void MapMessages(this IEndpointRouteBuilder api)
    {
        var messages = api.MapGroup("/lines/{line}/threads/{contact}/messages").WithTags("Messages");
        messages.MapGet("", GetMessages).Requires(Access.LineReader)
            .Produces<Page<MessageSummary>>().Refuses(RefusalCodes.NotFound, RefusalCodes.InvalidRequest);
        messages.MapGet("/{id}", GetMessage).Requires(Access.LineReader)
            .Produces<MessageSummary>().Refuses(RefusalCodes.NotFound);
        messages.MapMedia();
        messages.MapOriginals();
        messages.MapPost("", Send).Requires(Access.LineUser)
            .Produces<MessageSummary>(StatusCodes.Status202Accepted).Refuses(SendRefusals);
        messages.MapPost("/{id}/retry", Retry).Requires(Access.LineUser)
            .Produces<MessageSummary>(StatusCodes.Status202Accepted).Refuses(SendRefusals);
        messages.MapPost("/{id}/sms", SendAsSms).Requires(Access.LineUser)
            .Produces<MessageSummary>(StatusCodes.Status202Accepted).Refuses(SmsRefusals);
    }

    /// <summary>The messages of a thread, newest first</summary>
    /// <param name="line">The line.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="before">The <c>next</c> of the page before.</param>
    /// <param name="limit">1 to 200 messages; 50 if not given.</param>
    internal static async Task<IResult> GetMessages(
        string line, string contact, long? before, int? limit, Caller caller, IGrainFactory grains)
    {
        if (await grains.Contact(caller, contact).Get() is null)
        {
            return ContactProblems.NotFound;
        }

        var page = await grains.Conversation(caller, line, contact).GetMessages(PageStart.Of("before", before), PageLimit.Of(limit));
        return TypedResults.Ok(new Page<MessageSummary>([.. page.Messages.Select(message => message.SeenBy(caller))], page.Before?.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>One message with its newest status</summary>
    internal static async Task<IResult> GetMessage(string line, string contact, string id, Caller caller, IGrainFactory grains) =>
        KeyPart.IsValid(id) && await grains.Conversation(caller, line, contact).GetMessage(id) is { } message
            ? TypedResults.Ok(message.SeenBy(caller))
            : NoSuchMessage;

    /// <summary>Send a message</summary>
    /// <remarks>
    /// 202 means that the message is recorded: it will be sent, or it will fail with a reason. Repeating the request with the same
    /// <c>Idempotency-Key</c> never sends twice.
    /// </remarks>
    /// <param name="line">The line that sends.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="body">A text or a template.</param>
    internal static async Task<IResult> Send(
        string line,
        string contact,
        MessageBody body,
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

        var result = await grains.Conversation(caller, line, contact).Send(new SendRequest
        {
            Channel = Words.Of(body.Channel),
            Person = caller.Person.Id,
            IdempotencyKey = key,
            Text = body.Text,
            Template = body.Template?.ToChoice(),
            ReplyTo = body.ReplyTo,
            Buttons = [.. (body.Buttons ?? []).Select(button => button.ToPart())],
            PreviewLinks = body.PreviewLinks,
            OptInBasis = body.OptIn is { } optIn ? Words.Of(optIn.Basis) : null,
            OptInLanguage = body.OptIn?.Language,
        });
        return new SendAnswer(result, line, contact, caller);
    }

    /// <summary>Send a message again that failed or whose outcome is unknown</summary>
    /// <param name="line">The line that sends.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="id">The message.</param>
    internal static async Task<IResult> Retry(
        string line,
        string contact,
        string id,
        [FromHeader(Name = IdempotencyKey.Header), Description(IdempotencyKey.Description)] string? idempotencyKey,
        Caller caller,
        IGrainFactory grains)
    {
        var key = IdempotencyKey.Check(idempotencyKey);
        var conversation = grains.Conversation(caller, line, contact);
        if (!KeyPart.IsValid(id) || await conversation.GetMessage(id) is null)
        {
            return NoSuchMessage;
        }

        return new SendAnswer(await conversation.Retry(new RetryRequest(id, caller.Person.Id, key)), line, contact, caller);
    }

    /// <summary>Send the text of a message that did not arrive on WhatsApp as SMS</summary>
    /// <remarks>
    /// The SMS is a message of its own, which names the other one in <c>in_place_of</c>; the other one names it in <c>replaced_by</c>.
    /// </remarks>
    /// <param name="line">The line that sends.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="id">The message that did not arrive.</param>
    internal static async Task<IResult> SendAsSms(
        string line,
        string contact,
        string id,
        [FromHeader(Name = IdempotencyKey.Header), Description(IdempotencyKey.Description)] string? idempotencyKey,
        Caller caller,
        IGrainFactory grains)
    {
        var key = IdempotencyKey.Check(idempotencyKey);
        var conversation = grains.Conversation(caller, line, contact);
        if (!KeyPart.IsValid(id) || await conversation.GetMessage(id) is null)
        {
            return NoSuchMessage;
        }

        return new SendAnswer(await conversation.SendAsSms(new SmsRequest(id, caller.Person.Id, key)), line, contact, caller);
    }

    internal static IResult NoSuchMessage => new ProblemResult(RefusalCodes.NotFound, "There is no such message in this thread.");
}
