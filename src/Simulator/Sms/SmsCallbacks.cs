using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.Webhooks.Sending;
using MultiLine.Simulator.Webhooks;

namespace MultiLine.Simulator.Sms;

/// <summary>What the business is told by form POSTs, each signed over its address and its fields.</summary>
/// <remarks><see href="https://www.twilio.com/docs/usage/webhooks/webhooks-security"/></remarks>
internal sealed class SmsCallbacks(Subscriptions subscriptions, SimulatorOptions options, IHttpClientFactory clients)
{
    /// <summary>Tells these webhooks from those of the Graph API.</summary>
    public const string Field = "sms";

    private const string Url = "url";
    private const string Fields = "fields";

    public Webhook OfStatus(SmsMessage message, SmsStage stage)
    {
        var status = stage.ToString().ToLowerInvariant();
        var fields = new JsonObject
        {
            ["SmsSid"] = message.Sid,
            ["SmsStatus"] = status,
            ["MessageStatus"] = status,
            ["To"] = "+" + message.Contact,
            ["MessageSid"] = message.Sid,
            ["AccountSid"] = options.Sms.AccountSid,
            ["From"] = message.Number,
            ["ApiVersion"] = "2010-04-01",
        };
        if (stage == SmsStage.Undelivered)
            fields["ErrorCode"] = message.ErrorCode?.ToString(CultureInfo.InvariantCulture);
        return Of(message, message.StatusCallback, fields);
    }

    /// <param name="optOut">What the provider itself has understood and answered.</param>
    public Webhook OfInbound(SmsMessage message, string? optOut)
    {
        var fields = new JsonObject
        {
            ["ToCountry"] = "DE",
            ["SmsMessageSid"] = message.Sid,
            ["NumMedia"] = message.Media.Count.ToString(CultureInfo.InvariantCulture),
            ["SmsSid"] = message.Sid,
            ["SmsStatus"] = "received",
            ["Body"] = message.Body,
            ["To"] = message.Number,
            ["NumSegments"] = "1",
            ["MessageSid"] = message.Sid,
            ["AccountSid"] = options.Sms.AccountSid,
            ["From"] = "+" + message.Contact,
            ["ApiVersion"] = "2010-04-01",
        };
        foreach (var (place, media) in message.Media.Index())
        {
            fields[$"MediaUrl{place}"] = media.Url;
            fields[$"MediaContentType{place}"] = media.ContentType;
        }

        if (optOut is not null)
            fields["OptOutType"] = optOut;
        return Of(message, url: null, fields);
    }

    /// <summary>Null if all of them were answered 2xx; otherwise what happened instead.</summary>
    public async Task<string?> TryAsync(IEnumerable<QueuedWebhook> webhooks, CancellationToken stop)
    {
        foreach (var webhook in webhooks)
        {
            if (await TryAsync(webhook, stop) is { } outcome)
                return outcome;
        }

        return null;
    }

    private async Task<string?> TryAsync(QueuedWebhook webhook, CancellationToken stop)
    {
        if (((string?)webhook.Value?[Url] ?? subscriptions.SmsCallback) is not { } url)
            return "no callback is configured";

        var fields = webhook.Value![Fields]!.AsObject().Select(field => KeyValuePair.Create(field.Key, (string?)field.Value ?? "")).ToList();
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("X-Twilio-Signature", Sign(url, fields));
        try
        {
            using var client = clients.CreateClient(WebhookSender.ClientName);
            using var reply = await client.SendAsync(request, stop);
            return reply.IsSuccessStatusCode ? null : ((int)reply.StatusCode).ToString(CultureInfo.InvariantCulture);
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

    private static Webhook Of(SmsMessage message, string? url, JsonObject fields) =>
        new(Subscriptions.Sms, Field, new JsonObject { [Url] = url, [Fields] = fields }, message.Sid, message.Contact);

    private string Sign(string url, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var text = string.Concat(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value));
#pragma warning disable CA5350 // SHA-1 is what the protocol has.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(options.Sms.AuthToken), Encoding.UTF8.GetBytes(url + text)));
#pragma warning restore CA5350
    }
}
