using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace MultiLine.Connectors.WhatsApp.Accounts;

/// <summary>
/// The picture of a number's business profile: uploaded by the Resumable Upload API, then named in the profile by its handle.
/// Sources: https://developers.facebook.com/docs/graph-api/guides/upload,
/// https://developers.facebook.com/documentation/business-messaging/whatsapp/business-profiles
/// </summary>
public sealed class ProfilePictureClient(GraphApi graph, IOptionsMonitor<WhatsAppOptions> options)
{
    /// <summary>In the place of an id: the app that the token was made for.</summary>
    private const string OwnApp = "app";

    private const string SessionPrefix = "upload:";

    /// <summary>How often an upload is taken up again after its connection broke.</summary>
    private const int MostResumptions = 3;

    /// <summary>Puts a picture in place of the one before. Safe to repeat.</summary>
    /// <param name="phoneNumberId">Meta's id of the number.</param>
    /// <param name="picture">The whole file.</param>
    /// <param name="mediaType"><c>image/jpeg</c> or <c>image/png</c>.</param>
    /// <param name="cancellationToken">The caller gives up; then nothing is known about what was done.</param>
    /// <returns>Null if it was done.</returns>
    public async Task<GraphFault?> SetAsync(string phoneNumberId, byte[] picture, string mediaType, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var session = await CallAsync(HttpMethod.Post, BeginPath(picture, mediaType), body: null, ReadSession, cancellationToken);
        if (session.Value is null)
        {
            return session.Fault;
        }

        var handle = await UploadAsync(session.Value, picture, cancellationToken);
        if (handle.Value is null)
        {
            return handle.Fault;
        }

        var path = $"{Uri.EscapeDataString(phoneNumberId)}/whatsapp_business_profile";
        var body = JsonSerializer.SerializeToUtf8Bytes(new { messaging_product = "whatsapp", profile_picture_handle = handle.Value });
        var reply = await graph.CallAsync(HttpMethod.Post, path, body, cancellationToken);
        return reply is GraphReply.Success ? null : GraphFault.Of(reply);
    }

    /// <summary>Fetches a picture from where a profile says that it is; other addresses than https are not called, but for the Graph API's own host.</summary>
    /// <param name="address"><see cref="BusinessProfile.PictureUrl"/>.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    public async Task<GraphReading<byte[]>> ReadAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var picture) || !(picture.Scheme == Uri.UriSchemeHttps || IsProviders(picture)))
        {
            return new GraphReading<byte[]> { Fault = new GraphFault("told an address that is not called", null) };
        }

        var reply = await graph.FetchAsync(picture, cancellationToken);
        return reply is GraphReply.Success { Body: var bytes }
            ? new GraphReading<byte[]> { Value = bytes }
            : new GraphReading<byte[]> { Fault = GraphFault.Of(reply) };
    }

    private bool IsProviders(Uri address) =>
        address.GetLeftPart(UriPartial.Authority) == options.CurrentValue.BaseAddress!.GetLeftPart(UriPartial.Authority);

    private string BeginPath(byte[] picture, string mediaType) => string.Create(
        CultureInfo.InvariantCulture,
        $"{options.CurrentValue.AppId ?? OwnApp}/uploads?file_name={FileName(mediaType)}&file_length={picture.Length}&file_type={Uri.EscapeDataString(mediaType)}");

    private static string FileName(string mediaType) => $"logo.{(mediaType == "image/png" ? "png" : "jpg")}";

    /// <summary>A session's id is called as it is, so it may hold nothing that leads elsewhere.</summary>
    private static string? ReadSession(JsonElement reply) =>
        reply.Text("id") is { } id && id.StartsWith(SessionPrefix, StringComparison.Ordinal) && id.All(MayStandInPath) ? id : null;

    private static bool MayStandInPath(char c) => c is > ' ' and < '\x7F' and not ('/' or '\\' or '#');

    /// <summary>Uploads the file; where the connection breaks, goes on from where Meta says it has come to.</summary>
    /// <returns>The handle of the file.</returns>
    private async Task<GraphReading<string>> UploadAsync(string session, byte[] picture, CancellationToken cancellationToken)
    {
        var offset = 0;
        for (var resumed = 0; ; resumed++)
        {
            var reply = await graph.UploadAsync(session, picture[offset..], offset, cancellationToken);
            if (reply is not (GraphReply.ConnectionLost or GraphReply.TimedOut or GraphReply.NotReached) || resumed == MostResumptions)
            {
                return Reading(reply, told => told.Text("h"));
            }

            var standing = await CallAsync(HttpMethod.Get, session, body: null, told => told.TextOrNumber("file_offset"), cancellationToken);
            if (!int.TryParse(standing.Value, NumberStyles.None, CultureInfo.InvariantCulture, out offset) || offset > picture.Length)
            {
                return Reading(reply, told => told.Text("h"));
            }
        }
    }

    private async Task<GraphReading<T>> CallAsync<T>(
        HttpMethod method, string path, byte[]? body, Func<JsonElement, T?> read, CancellationToken cancellationToken)
        where T : class => Reading(await graph.CallAsync(method, path, body, cancellationToken), read);

    private static GraphReading<T> Reading<T>(GraphReply reply, Func<JsonElement, T?> read)
        where T : class
    {
        var value = (reply as GraphReply.Success)?.Read(read);
        return new GraphReading<T> { Value = value, Fault = value is null ? GraphFault.Of(reply) : null };
    }
}
