using Microsoft.Net.Http.Headers;
using MultiLine.Api.Http;
using MultiLine.Domain.Media;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Media;

namespace MultiLine.Api.Messages.Media;

/// <summary>
/// The bytes of somebody outside, so that they can do nothing: in a sandbox of their own, as what they are and not as what they claim to be,
/// shown only where a browser can show them without running anything, and kept nowhere.
/// </summary>
internal sealed class MediumAnswer(MediumSource source, OpenedMedium medium, MediaPart file) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var type = MediaType.Of(medium.Head);
        var disposition = new ContentDispositionHeaderValue(type.IsHarmless ? "inline" : "attachment");
        disposition.SetHttpFileName(MediumName.Of(file.FileName, file.Kind, type));

        var headers = httpContext.Response.Headers;
        headers[HeaderNames.ContentDisposition] = disposition.ToString();
        headers[HeaderNames.ContentSecurityPolicy] = type.IsHarmless ? Sandbox.Viewer : Sandbox.Closed;
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers[HeaderNames.CacheControl] = "private, no-store";

        await using var bytes = new MediumStream(source, medium);
        await TypedResults
            .Stream(bytes, type.MimeType, entityTag: new EntityTagHeaderValue($"\"{medium.Sha256}\""), enableRangeProcessing: true)
            .ExecuteAsync(httpContext);
    }
}
