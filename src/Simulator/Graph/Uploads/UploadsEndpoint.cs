using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MultiLine.Simulator.Graph.Apps;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Graph.Media;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Graph.Uploads;

/// <summary>The Resumable Upload API: <c>POST /{app-id}/uploads</c>, <c>POST|GET /upload:{session}</c>.</summary>
/// <remarks><see href="https://developers.facebook.com/docs/graph-api/guides/upload"/></remarks>
internal static class UploadsEndpoint
{
    /// <summary>In the place of an id: the app that the token was made for.</summary>
    private const string OwnApp = "app";

    private static readonly string[] Types = ["application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4"];

    public static void MapUploads(this RouteGroupBuilder graph)
    {
        graph.MapPost("/{id}/uploads", BeginAsync);
        graph.MapPost("/upload:{session}", SendAsync).WithMetadata(new RequestSizeLimitAttribute(MediaEndpoint.LargestUpload));
        graph.MapGet("/upload:{session}", Show);
    }

    private static async Task<IResult> BeginAsync(string id, HttpRequest http, SimulatorOptions options, UploadStore uploads)
    {
        if (id != options.AppId && id != OwnApp)
            return GraphErrors.UnknownObject(http.Method, id).ToResult();

        var parameters = await AppParameters.ReadAsync(http);
        if (parameters["file_length"] is not { } length)
            return GraphErrors.ParameterRequired("file_length").ToResult();
        if (parameters["file_type"] is not { } type)
            return GraphErrors.ParameterRequired("file_type").ToResult();
        if (!Types.Contains(type))
            return GraphErrors.NotOneOf("file_type", type, Types).ToResult();
        return Length(length) is > 0 and <= MediaEndpoint.LargestUpload and var bytes
            ? GraphJson.Reply(new { Id = uploads.Begin(parameters["file_name"] ?? "", type, bytes).Session })
            : GraphErrors.InvalidParameter("file_length must be the size of the file in bytes.").ToResult();
    }

    private static async Task<IResult> SendAsync(string session, HttpRequest http, UploadStore uploads)
    {
        if (http.Headers.Authorization.Count == 0)
            return UploadErrors.NeedsHeader.ToResult();
        if (Find(session, http, uploads) is not { } upload)
            return GraphErrors.UnknownObject(http.Method, UploadStore.Prefix + session).ToResult();
        if (Length(http.Headers["file_offset"].ToString()) != upload.Bytes.LongLength)
            return UploadErrors.OffsetInvalid;

        using var body = new MemoryStream();
        await http.Body.CopyToAsync(body, http.HttpContext.RequestAborted);
        if (upload.Bytes.LongLength + body.Length > upload.Length)
            return UploadErrors.Partial;

        var longer = uploads.Append(upload, body.ToArray());
        return longer.IsWhole ? GraphJson.Reply(new { H = longer.Handle }) : UploadErrors.Partial;
    }

    /// <summary>How far it has come, for whom it broke off.</summary>
    private static IResult Show(string session, HttpRequest http, UploadStore uploads) =>
        Find(session, http, uploads) is { } upload
            ? GraphJson.Reply(new { Id = upload.Session, FileOffset = upload.Bytes.LongLength })
            : GraphErrors.UnknownObject(http.Method, UploadStore.Prefix + session).ToResult();

    /// <summary>The signature is a part of the id: who takes it for a query of their own, or escapes it, names no session.</summary>
    private static Upload? Find(string session, HttpRequest http, UploadStore uploads) =>
        uploads.Find($"{UploadStore.Prefix}{session}?sig={http.Query["sig"]}");

    private static long? Length(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;
}
