using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MultiLine.Connectors.WhatsApp.Media;

/// <summary>
/// Fetches the files that contacts sent: first what Meta knows of one, then its bytes, piece by piece. Safe to repeat.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
/// </summary>
public sealed class MediaClient(GraphApi graph, IOptionsMonitor<WhatsAppOptions> options, TimeProvider time, ILogger<MediaClient> log)
{
    private const int PieceLength = 64 * 1024;

    /// <param name="mediaId">From the webhook.</param>
    /// <param name="phoneNumberId">Meta answers only if it was this number that received the file; null for any of the account's.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    public async Task<MediaReading> DescribeAsync(string mediaId, string? phoneNumberId, CancellationToken cancellationToken)
    {
        var path = Uri.EscapeDataString(mediaId) + (phoneNumberId is null ? "" : $"?phone_number_id={Uri.EscapeDataString(phoneNumberId)}");
        var reply = await graph.CallAsync(HttpMethod.Get, path, body: null, cancellationToken);
        if (reply is GraphReply.Success success && Read(success.Body) is { } medium)
        {
            return new MediaReading(medium, null);
        }

        var fault = FaultOf(reply);
        log.MediaNotDescribed((reply as GraphReply.Refusal)?.Error.Code, fault);
        return new MediaReading(null, fault);
    }

    /// <summary>The bytes, in their order. The connection may be silent for as long as a call may take.</summary>
    /// <param name="medium">As it was described a moment ago.</param>
    /// <param name="largest">In bytes; of what is larger, nothing more is read.</param>
    /// <param name="take">Gets each piece, which is valid only until it returns.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    /// <returns>Null when all of them were taken.</returns>
    public async Task<MediaFault?> DownloadAsync(
        MediaDescription medium, long largest, Func<ReadOnlyMemory<byte>, ValueTask> take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(medium);
        ArgumentNullException.ThrowIfNull(take);
        if (medium.Size > largest)
        {
            return MediaFault.TooLarge;
        }

        var timeout = options.CurrentValue.Timeout;
        using var silence = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            using var response = await graph.OpenAsync(medium.Url, either.Token);
            if (FaultOf(response.StatusCode) is { } fault)
            {
                log.MediaNotDownloaded((int)response.StatusCode);
                return fault;
            }

            await using var body = await response.Content.ReadAsStreamAsync(either.Token);
            var piece = new byte[PieceLength];
            var total = 0L;
            while (await body.ReadAsync(piece, either.Token) is > 0 and var read)
            {
                silence.CancelAfter(timeout);
                total += read;
                if (total > largest)
                {
                    return MediaFault.TooLarge;
                }

                await take(piece.AsMemory(0, read));
            }

            return null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.MediaNotDownloaded(null);
            return MediaFault.Unavailable;
        }
    }

    private MediaDescription? Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var medium = json.RootElement;
            return Uri.TryCreate(medium.Text("url"), UriKind.Absolute, out var url) && MediaHosts.Include(url, options.CurrentValue.BaseAddress!)
                ? new MediaDescription(url) { MimeType = medium.Text("mime_type"), Sha256 = medium.Text("sha256"), Size = Size(medium) }
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A number in the reference, a text in its sample.</summary>
    private static long? Size(JsonElement medium) =>
        long.TryParse(medium.TextOrNumber("file_size"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null;

    private static MediaFault FaultOf(GraphReply reply) => reply switch
    {
        GraphReply.Refusal { Error: var error } => GraphErrors.For(error.Code)?.Handling switch
        {
            GraphHandling.PauseNumber or GraphHandling.PauseBusinessInitiated => MediaFault.Refused,
            // 100: “Object with ID … does not exist”, which is what an id leads to whose time is over.
            GraphHandling.Refuse => MediaFault.Gone,
            _ => MediaFault.Unavailable,
        },
        GraphReply.Foreign { Status: HttpStatusCode.NotFound } => MediaFault.Gone,
        _ => MediaFault.Unavailable,
    };

    /// <summary>An address told a moment ago has not expired yet: what is not there now is gone.</summary>
    private static MediaFault? FaultOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.OK => null,
        HttpStatusCode.NotFound or HttpStatusCode.Gone => MediaFault.Gone,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => MediaFault.Refused,
        _ => MediaFault.Unavailable,
    };
}
