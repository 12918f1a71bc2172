using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MultiLine.Clients.Tests.Harness;

/// <summary>A client that takes the simulator's webhooks: it answers the handshake, checks signatures and tells what it understood.</summary>
internal sealed class ListeningClient : IAsyncDisposable
{
    private readonly Process script;
    private readonly ConcurrentQueue<JsonNode> understood = [];
    private readonly Task reading;

    private ListeningClient(Process script, string url)
    {
        this.script = script;
        Url = url;
        reading = ReadAsync();
    }

    public string Url { get; }

    public IReadOnlyList<JsonNode> All => [.. understood];

    /// <summary>From then on the simulator's webhooks go to the client, once it has passed the handshake.</summary>
    public static async Task<ListeningClient> StartAsync(string name, RunningSimulator simulator, string secret = RunningSimulator.Secret)
    {
        var input = new JsonObject { ["secret"] = secret, ["verifyToken"] = WebhookReceiver.VerifyToken };
        var started = Script.Start(name, "receive", input);
        var first =
            await started.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException($"{name} does not listen: {await started.StandardError.ReadToEndAsync()}");
        var client = new ListeningClient(started, (string)JsonNode.Parse(first)!["url"]!);
        using var reply = await client.SubscribeAsync(simulator, WebhookReceiver.VerifyToken);
        Assert.True(reply.IsSuccessStatusCode, $"The handshake with {name} failed: {await reply.Content.ReadAsStringAsync()}");
        return client;
    }

    public Task<HttpResponseMessage> SubscribeAsync(RunningSimulator simulator, string verifyToken) =>
        simulator.Control.PutAsJsonAsync("webhooks/callback", new { url = Url, verifyToken });

    public Task<JsonNode> Message(string id) => Understood("message", item => (string?)item["id"] == id, $"message {id}");

    public Task<JsonNode> Status(string id, string status) =>
        Understood("status", item => (string?)item["id"] == id && (string?)item["status"] == status, $"status {status} of {id}");

    public async ValueTask DisposeAsync()
    {
        script.StandardInput.Close();
        await reading;
        await script.WaitForExitAsync();
        script.Dispose();
    }

    private Task<JsonNode> Understood(string kind, Func<JsonNode, bool> wanted, string missing) =>
        Eventually.Get(
            () => Task.FromResult(All.Select(line => line[kind]).FirstOrDefault(item => item is not null && wanted(item))),
            $"{missing} that the client understood"
        );

    private async Task ReadAsync()
    {
        while (await script.StandardOutput.ReadLineAsync() is { } line)
            understood.Enqueue(JsonNode.Parse(line)!);
    }
}
