using Microsoft.AspNetCore.Mvc;
using MultiLine.Api.Authorization;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Webhooks;

namespace MultiLine.Api.Webhooks;

/// <summary>Where the SMS provider posts, by Twilio's convention. It is answered 200 only when everything is durable.</summary>
/// <remarks><see href="https://www.twilio.com/docs/usage/webhooks/messaging-webhooks"/></remarks>
internal static class SmsWebhook
{
    private const string Path = "/webhooks/sms";
    private const string SignatureHeader = "X-Twilio-Signature";
    private const string FormType = "application/x-www-form-urlencoded";

    /// <summary>Far more than a text with the addresses of its files.</summary>
    private const int LargestBody = 256 * 1024;

    /// <summary>No answer to the contact: what is to be said is decided elsewhere.</summary>
    private const string NoReply = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    public static void MapSmsWebhook(this IEndpointRouteBuilder app)
    {
        var webhook = app.MapGroup(Path).WithTags("Webhooks");
        webhook.MapPost("", TakeMessage).AllowAnyone()
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .Accepts<object>(FormType, "application/json")
            .Produces<string>(StatusCodes.Status200OK, "text/xml").Refuses(ProblemCodes.Unauthenticated, RefusalCodes.InvalidRequest);
        webhook.MapPost("/status", TakeStatus).AllowAnyone()
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .Accepts<object>(FormType, "application/json")
            .Produces(StatusCodes.Status200OK).Refuses(ProblemCodes.Unauthenticated, RefusalCodes.InvalidRequest);
    }

    /// <summary>Takes in what a contact wrote by SMS</summary>
    internal static async Task<IResult> TakeMessage(HttpRequest request, IGrainFactory grains, WebhookRoom room, ILogger<SmsWebhookDelivery> logger) =>
        await Take(request, grains, room, logger) ?? TypedResults.Text(NoReply, "text/xml");

    /// <summary>Takes in what became of one of our SMS</summary>
    internal static async Task<IResult> TakeStatus(HttpRequest request, IGrainFactory grains, WebhookRoom room, ILogger<SmsWebhookDelivery> logger) =>
        await Take(request, grains, room, logger) ?? TypedResults.Ok();

    /// <returns>Null when it was taken in.</returns>
    private static async Task<IResult?> Take(HttpRequest request, IGrainFactory grains, WebhookRoom room, ILogger logger)
    {
        using var place = room.Enter("sms");
        if (place is null || await place.ReadAsync(request) is not { } body)
        {
            return WebhookRoom.Full;
        }

        var delivery = new SmsWebhookDelivery(
            $"{request.Path}{request.QueryString}",
            body,
            request.ContentType?.StartsWith(FormType, StringComparison.OrdinalIgnoreCase) == true,
            request.Headers[SignatureHeader]);
        try
        {
            if ((await grains.GetGrain<ISmsWebhookGrain>("sms").Take(delivery)).SignatureValid)
            {
                place.CameThrough();
                return null;
            }
        }
        catch (Exception exception)
        {
            place.Failed(exception);
            // Whatever it was: what is not answered 200 comes again.
            logger.WebhookFailed(exception);
            return new ProblemResult(ProblemCodes.Unavailable, "The webhook was not taken in. Please send it again.");
        }

        logger.WebhookSignatureWrong();
        return new ProblemResult(ProblemCodes.Unauthenticated, "The signature is missing or wrong.");
    }
}
