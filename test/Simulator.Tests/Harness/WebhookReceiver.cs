using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MultiLine.Simulator.Tests.Harness;

/// <summary>A body that arrived, as it was on the wire.</summary>
internal sealed record ReceivedWebhook(byte[] Body, string Signature, int Answered)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Body)!;

    public IEnumerable<JsonNode> Changes =>
        Json["entry"]!.AsArray().SelectMany(entry => entry!["changes"]!.AsArray()).Select(change => change!);

    public IEnumerable<JsonNode> Messages => Items("messages");

    public IEnumerable<JsonNode> Statuses => Items("statuses");

    public bool IsSignedWith(string secret) =>
        Signature == "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Body));

    private IEnumerable<JsonNode> Items(string name) =>
        Changes.SelectMany(change => change["value"]![name]?.AsArray() ?? []).Select(item => item!);
}

/// <summary>The business's endpoint: a small real server that keeps every body.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    public const string VerifyToken = "meatyhamhock";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<ReceivedWebhook> received = [];

    private WebhookReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/webhook", Handshake);
        app.MapPost("/webhook", TakeAsync);
    }

    public string Url => app.Urls.Single() + "/webhook";

    /// <summary>The status that webhooks are answered with.</summary>
    public int Answer { get; set; } = StatusCodes.Status200OK;

    public int Handshakes { get; private set; }

    public bool PassesHandshakes { get; set; } = true;

    /// <summary>The type as which challenges are repeated.</summary>
    public string ChallengeType { get; set; } = "text/plain";

    /// <summary>Bodies that broke off.</summary>
    public int Broken { get; private set; }

    public IReadOnlyList<ReceivedWebhook> All => [.. received];

    /// <summary>Everything that was answered 200.</summary>
    public IEnumerable<ReceivedWebhook> Taken => received.Where(webhook => webhook.Answered == StatusCodes.Status200OK);

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver();
        await receiver.app.StartAsync();
        return receiver;
    }

    public Task<ReceivedWebhook> Webhook(Func<ReceivedWebhook, bool> wanted, string missing) =>
        Eventually.Get(() => Task.FromResult(Taken.FirstOrDefault(wanted)), missing);

    public async Task<JsonNode> Status(string messageId, string status)
    {
        var webhook = await Webhook(webhook => webhook.Statuses.Any(Is), $"status {status} of {messageId}");
        return webhook.Statuses.First(Is);

        bool Is(JsonNode item) => (string?)item["id"] == messageId && (string?)item["status"] == status;
    }

    public async Task<JsonNode> Message(string messageId)
    {
        var webhook = await Webhook(webhook => webhook.Messages.Any(Is), $"message {messageId}");
        return webhook.Messages.First(Is);

        bool Is(JsonNode item) => (string?)item["id"] == messageId;
    }

    /// <summary>The value of the first change in such a field.</summary>
    public async Task<JsonNode> Value(string field)
    {
        var webhook = await Webhook(webhook => webhook.Changes.Any(Is), $"change in {field}");
        return webhook.Changes.First(Is)["value"]!;

        bool Is(JsonNode change) => (string?)change["field"] == field;
    }

    /// <summary>The statuses of a message in the order in which they were taken.</summary>
    public IReadOnlyList<string> StatusesOf(string messageId) =>
        [
            .. Taken
                .SelectMany(webhook => webhook.Statuses)
                .Where(item => (string?)item["id"] == messageId)
                .Select(item => (string)item["status"]!),
        ];

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Handshake(HttpRequest request)
    {
        Handshakes++;
        return PassesHandshakes && request.Query["hub.mode"] == "subscribe" && request.Query["hub.verify_token"] == VerifyToken
            ? Results.Bytes(Encoding.ASCII.GetBytes(request.Query["hub.challenge"].ToString()), ChallengeType)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body);
        }
        catch (IOException)
        {
            Broken++;
            throw;
        }

        received.Enqueue(new ReceivedWebhook(body.ToArray(), request.Headers["X-Hub-Signature-256"].ToString(), Answer));
        return Results.StatusCode(Answer);
    }
}
