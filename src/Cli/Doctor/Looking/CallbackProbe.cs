using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using MultiLine.Connectors.WhatsApp;

namespace MultiLine.Cli.Doctor.Looking;

/// <summary>
/// Does with our public address what Meta does before it is used. Nothing but the handshake is sent.
/// </summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint"/></remarks>
internal sealed class CallbackProbe(WhatsAppOptions options)
{
    private const int LongestReply = 64 * 1024;

    public async Task<IReadOnlyList<CallbackAnswer>> HandshakeAsync(IEnumerable<Uri> callbacks, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var http = new HttpClient(handler) { Timeout = options.Timeout, MaxResponseContentBufferSize = LongestReply };
        List<CallbackAnswer> answers = [];
        foreach (var callback in callbacks)
            answers.Add(new CallbackAnswer(callback, await FaultAsync(http, callback, cancellationToken)));
        return answers;
    }

    private async Task<string?> FaultAsync(HttpClient http, Uri callback, CancellationToken cancellationToken)
    {
        var challenge = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var query = $"hub.mode=subscribe&hub.challenge={challenge}&hub.verify_token={Uri.EscapeDataString(options.VerifyToken)}";
        var address = new UriBuilder(callback) { Query = callback.Query.Length > 1 ? $"{callback.Query[1..]}&{query}" : query }.Uri;
        try
        {
            using var reply = await http.GetAsync(address, cancellationToken);
            if (reply.StatusCode != HttpStatusCode.OK)
            {
                return reply.StatusCode == HttpStatusCode.Forbidden
                    ? "answered 403: the server has another verify token"
                    : $"answered with HTTP status {(int)reply.StatusCode}";
            }

            var answer = await reply.Content.ReadAsByteArrayAsync(cancellationToken);
            return answer.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(challenge)) ? null : "answered something else than the challenge";
        }
        catch (HttpRequestException unreachable)
        {
            return unreachable.HttpRequestError == HttpRequestError.SecureConnectionError
                ? "has no certificate that is trusted here"
                : $"could not be reached ({unreachable.HttpRequestError})";
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "did not answer in time";
        }
    }
}
