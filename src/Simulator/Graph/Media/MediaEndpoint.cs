using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Media;
using MultiLine.Simulator.Phones;

namespace MultiLine.Simulator.Graph.Media;

/// <summary><c>POST /{phone-number-id}/media</c>, <c>GET|DELETE /{media-id}</c> and the download.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media"/></remarks>
internal static class MediaEndpoint
{
    /// <summary>The largest document and what a form adds to it; what is larger is refused, not cut off.</summary>
    public const long LargestUpload = 128L * 1024 * 1024;

    private static readonly string[] Parameters = ["messaging_product", "type"];

    public static async Task<IResult> UploadAsync(string id, HttpRequest http, BusinessNumbers numbers, MediaStore media)
    {
        if (numbers.Find(id) is null)
            return GraphErrors.UnknownObject(http.Method, id).ToResult();
        if (!http.HasFormContentType)
            return GraphErrors.InvalidParameter("The body must be multipart/form-data.").ToResult();

        var form = await http.ReadFormAsync(http.HttpContext.RequestAborted);
        if (Check(form, http.Query) is { } malformed)
            return malformed.ToResult();

        var file = form.Files["file"]!;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, http.HttpContext.RequestAborted);
        var mimeType = Parameter(form, http.Query, "type") is { Length: > 0 } given ? given : file.ContentType;
        return MediaErrors.Of(mimeType, bytes.ToArray()) is { } refusal
            ? refusal.ToResult()
            : GraphJson.Reply(new { media.Upload(id, bytes.ToArray(), mimeType).Id });
    }

    public static IResult Show(Medium medium, HttpRequest http, MediaUrls urls) =>
        BelongsToAnother(medium, http)
            ? GraphErrors.UnknownObject(http.Method, medium.Id).ToResult()
            : GraphJson.Reply(
                new
                {
                    MessagingProduct = "whatsapp",
                    Url = urls.For(medium, $"{http.Scheme}://{http.Host}"),
                    medium.MimeType,
                    medium.Sha256,
                    FileSize = medium.Size.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    medium.Id,
                }
            );

    public static IResult Delete(string id, HttpRequest http, MediaStore media)
    {
        if (media.Find(id) is not { } medium || BelongsToAnother(medium, http))
            return GraphErrors.UnknownObject(http.Method, id).ToResult();
        media.Delete(medium);
        return GraphJson.Success;
    }

    /// <summary>404 when the address or the file has expired: the business asks for a fresh one.</summary>
    public static IResult Download(string mid, long ext, string hash, MediaStore media, MediaUrls urls) =>
        urls.IsValid(mid, ext, hash) && media.Find(mid) is { } medium
            ? Results.Bytes(media.Bytes(medium), medium.MimeType)
            : Results.NotFound();

    private static GraphError? Check(IFormCollection form, IQueryCollection query)
    {
        if (form.Keys.FirstOrDefault(key => !Parameters.Contains(key)) is { } unknown)
            return GraphErrors.InvalidParameter($"Unexpected key or value at $.{unknown}.");
        if (Parameter(form, query, "messaging_product") is not "whatsapp")
            return GraphErrors.ParameterRequired("messaging_product");
        return form.Files["file"] is null ? GraphErrors.ParameterRequired("file") : null;
    }

    /// <summary>Clients put parameters into the form or into the query; whatsapp-api-js names the product in the query only.</summary>
    private static string Parameter(IFormCollection form, IQueryCollection query, string name) =>
        form.TryGetValue(name, out var value) ? value.ToString() : query[name].ToString();

    private static bool BelongsToAnother(Medium medium, HttpRequest http) =>
        http.Query["phone_number_id"].ToString() is { Length: > 0 } numberId && numberId != medium.NumberId;
}
