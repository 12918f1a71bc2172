using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Domain.Media;
using MultiLine.Domain.Organizations;

namespace MultiLine.Api.Numbers;

/// <summary>The logo of a WhatsApp number: the picture of its business profile.</summary>
internal static class BusinessLogoEndpoints
{
    private static readonly string[] Types = [PictureShape.Jpeg, PictureShape.Png];

    public static void MapBusinessLogos(this IEndpointRouteBuilder api)
    {
        var logo = api.MapGroup("/numbers/{number}/profile/logo").WithTags("Numbers");
        logo.MapGet("", Get).Requires(Access.Administrator)
            .Produces<Stream>(StatusCodes.Status200OK, Types[0], Types[1..])
            .Refuses(RefusalCodes.NotFound, RefusalCodes.InvalidRequest, RefusalCodes.NumberRestricted, RefusalCodes.RateLimited);
        logo.MapPut("", Put).Requires(Access.Administrator)
            .TakesBytes(Types)
            .WithMetadata(new RequestSizeLimitAttribute(ProfilePictureRules.Largest))
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(
                RefusalCodes.NotFound, RefusalCodes.InvalidRequest, RefusalCodes.MediaRejected, RefusalCodes.NumberRestricted, RefusalCodes.RateLimited);
    }

    /// <summary>The logo that contacts see</summary>
    /// <remarks>It is fetched from Meta each time. <c>not_found</c> where the number has none.</remarks>
    /// <param name="number">Its <c>id</c>; a WhatsApp number.</param>
    internal static async Task<IResult> Get(string number, HttpResponse response, Caller caller, IGrainFactory grains)
    {
        var result = await grains.BusinessProfiles(caller).GetPicture(number);
        if (result.Refusal is { } refusal)
        {
            return new ProblemResult(refusal);
        }

        response.Headers.ContentSecurityPolicy = Sandbox.Viewer;
        return TypedResults.Bytes(result.Picture!, PictureShape.Read(result.Picture)!.MediaType);
    }

    /// <summary>Put another logo in place of the one before</summary>
    /// <remarks>
    /// The body is the picture itself: JPEG or PNG by its bytes, square, from 192 × 192 pixels on, 5 MB at the most. <c>media_rejected</c> says
    /// what is the matter with another one. The texts of the profile stay.
    /// </remarks>
    /// <param name="number">Its <c>id</c>; a WhatsApp number.</param>
    internal static async Task<IResult> Put(string number, HttpRequest request, Caller caller, IGrainFactory grains)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !Types.Any(taken => type.MatchesMediaType(taken)))
        {
            return new ProblemResult(
                RefusalCodes.InvalidRequest,
                "The body must be the picture itself, with the content type image/jpeg or image/png.",
                StatusCodes.Status415UnsupportedMediaType);
        }

        if (await ReadBody(request) is not { } picture)
        {
            return new ProblemResult(
                ProfilePictureRules.TooLarge.Code, ProfilePictureRules.TooLarge.Message, StatusCodes.Status413PayloadTooLarge);
        }

        if (picture.Length == 0)
        {
            throw new InvalidRequestException("The body is empty; it must be the picture itself.");
        }

        var outcome = await grains.BusinessProfiles(caller).SetPicture(number, picture);
        return outcome.Refusal is { } refusal ? new ProblemResult(refusal) : TypedResults.NoContent();
    }

    /// <summary>Null if it is too large.</summary>
    private static async Task<byte[]?> ReadBody(HttpRequest request)
    {
        using var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, ProfilePictureRules.Largest));
        try
        {
            await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
            return body.ToArray();
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
