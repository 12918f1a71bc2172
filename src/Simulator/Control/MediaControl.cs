using Microsoft.AspNetCore.Mvc;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Graph.Media;
using MultiLine.Simulator.Media;
using MultiLine.Simulator.Phones;

namespace MultiLine.Simulator.Control;

/// <summary><c>/control/media</c>: files as contacts send them.</summary>
internal static class MediaControl
{
    public static void MapMedia(this RouteGroupBuilder control) =>
        control.MapPost("/", AddAsync).WithMetadata(new RequestSizeLimitAttribute(MediaEndpoint.LargestUpload));

    private static async Task<IResult> AddAsync(string? numberId, HttpRequest http, BusinessNumbers numbers, MediaStore media)
    {
        if (numbers.Lookup(numberId) is not { } number)
            return ControlApi.NotFound("such number id");

        using var body = new MemoryStream();
        await http.Body.CopyToAsync(body, http.HttpContext.RequestAborted);
        var (bytes, mimeType) = (body.ToArray(), http.ContentType ?? "");
        return MediaErrors.Of(mimeType, bytes) is { } refusal
            ? ControlApi.Invalid(refusal.Details!)
            : Results.Ok(media.WireForm(media.AddFromPhone(number.Id, bytes, mimeType), $"{http.Scheme}://{http.Host}"));
    }
}
