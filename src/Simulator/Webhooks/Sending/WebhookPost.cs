using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using MultiLine.Simulator.Faults;

namespace MultiLine.Simulator.Webhooks.Sending;

/// <summary>One signed POST to the business.</summary>
internal sealed class WebhookPost(AppSecret secret, FaultBox faults, IHttpClientFactory clients)
{
    /// <summary>Null if the endpoint answered 200; otherwise what happened instead.</summary>
    public async Task<string?> TryAsync(string url, byte[] body, CancellationToken stop)
    {
        var isCut = faults.Take(FaultKind.CutWebhook) is not null;
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = isCut ? new CutContent(body) : Json(body) };
        request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(secret.Key, body)));
        try
        {
            using var client = clients.CreateClient(WebhookSender.ClientName);
            using var reply = await client.SendAsync(request, stop);
            return reply.StatusCode == HttpStatusCode.OK ? null : ((int)reply.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (HttpRequestException) when (isCut)
        {
            return CutContent.Outcome;
        }
        catch (HttpRequestException unreachable)
        {
            return unreachable.HttpRequestError.ToString();
        }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested)
        {
            return "no answer in time";
        }
    }

    private static ByteArrayContent Json(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
