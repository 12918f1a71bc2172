using Microsoft.Net.Http.Headers;
using MultiLine.Domain.Media;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Media;

namespace MultiLine.Api.Messages.Media;

/// <summary>
/// The bytes of somebody outside, so that they can do nothing: in a sandbox of their own, as what they are and not as what they claim to be,
/// shown only where a browser can show them without running anything, and kept nowhere.
/// </summary>
/// <remarks><see href="https://www.w3.org/TR/CSP3/#directive-sandbox">Content Security Policy Level 3</see>, <c>sandbox</c>.</remarks>
internal sealed class MediumAnswer(MediumSource source, OpenedMedium medium, MediaPart file) : IResult
{
    private const string Sandbox = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>What a browser's own page round a picture, a sound or a film needs, where somebody opens it by itself.</summary>
    private const string Viewer = $"{Sandbox}; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var type = MediaType.Of(medium.Head);
        var disposition = new ContentDispositionHeaderValue(type.IsHarmless ? "inline" : "attachment");
        disposition.SetHttpFileName(MediumName.Of(file.FileName, file.Kind, type));

        var headers = httpContext.Response.Headers;
        headers[HeaderNames.ContentDisposition] = disposition.ToString();
        headers[HeaderNames.ContentSecurityPolicy] = type.IsHarmless ? Viewer : Sandbox;
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers[HeaderNames.CacheControl] = "private, no-store";

        await using var bytes = new MediumStream(source, medium);
        await TypedResults
            .Stream(bytes, type.MimeType, entityTag: new EntityTagHeaderValue($"\"{medium.Sha256}\""), enableRangeProcessing: true)
            .ExecuteAsync(httpContext);
    }
}
