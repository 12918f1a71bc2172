using Microsoft.AspNetCore.Mvc;
using MultiLine.Api.Authorization;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Webhooks;

namespace MultiLine.Api.Webhooks;

/// <summary>Where Meta posts. It is answered 200 only when everything is durable; otherwise Meta sends again.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview"/></remarks>
internal static class WhatsAppWebhook
{
    private const string Path = "/webhooks/whatsapp";
    private const string SignatureHeader = "X-Hub-Signature-256";

    /// <summary>Meta posts up to 3 MB.</summary>
    internal const int LargestBody = 3 * 1024 * 1024;

    public static void MapWhatsAppWebhook(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Handshake).AllowAnyone().WithTags("Webhooks")
            .Produces<string>(StatusCodes.Status200OK, "text/plain").Refuses(RefusalCodes.Forbidden);
        app.MapPost(Path, Take).AllowAnyone().WithTags("Webhooks")
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .Accepts<object>("application/json")
            .Produces(StatusCodes.Status200OK).Refuses(ProblemCodes.Unauthenticated, RefusalCodes.InvalidRequest);
    }

    /// <summary>Meta's handshake when the address is registered</summary>
    internal static async Task<IResult> Handshake(
        [FromQuery(Name = "hub.mode")] string? mode,
        [FromQuery(Name = "hub.verify_token")] string? token,
        [FromQuery(Name = "hub.challenge")] string? challenge,
        IGrainFactory grains) =>
        await Grain(grains).Handshake(mode, token, challenge) is { } answer
            ? TypedResults.Text(answer)
            : new ProblemResult(RefusalCodes.Forbidden, "The verify token is not the one that was agreed.");

    /// <summary>Takes in what Meta reports: messages, statuses, templates</summary>
    internal static async Task<IResult> Take(HttpRequest request, IGrainFactory grains, WebhookRoom room, ILogger<WebhookDelivery> logger)
    {
        using var place = room.Enter("whatsapp");
        if (place is null || await place.ReadAsync(request) is not { } body)
        {
            return WebhookRoom.Full;
        }

        try
        {
            var receipt = await Grain(grains).Take(new WebhookDelivery(body, request.Headers[SignatureHeader]));
            if (receipt.SignatureValid)
            {
                place.CameThrough();
                return TypedResults.Ok();
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

    private static IWebhookGrain Grain(IGrainFactory grains) => grains.GetGrain<IWebhookGrain>("whatsapp");
}
