using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MultiLine.Simulator.Tests.Harness;

/// <summary>The simulator and the business's endpoint, both on loopback; all delays are zero unless a test sets them.</summary>
internal sealed class RunningSimulator : IAsyncDisposable
{
    public const string NumberId = "106540352242922";
    public const string OtherNumberId = "106540352242999";
    public const string WabaId = "102290129340398";
    public const string Token = "test-token";
    public const string Secret = "test-secret";

    private readonly string[] settings;
    private readonly TimeProvider time;
    private readonly string directory = Directory.CreateTempSubdirectory("simulator-").FullName;
    private WebApplication app;

    private RunningSimulator(WebhookReceiver business, TimeProvider? time, string[] settings)
    {
        Business = business;
        this.settings = settings;
        this.time = time ?? TimeProvider.System;
        app = Compose();
    }

    public WebhookReceiver Business { get; }

    /// <summary>Calls of the Graph API, with version and token.</summary>
    public HttpClient Graph { get; private set; } = new();

    public HttpClient Control { get; private set; } = new();

    /// <param name="settings">Such as <c>WindowLength=00:00:05</c>, without the section.</param>
    public static Task<RunningSimulator> StartAsync(params string[] settings) => StartAsync(null, settings);

    public static async Task<RunningSimulator> StartAsync(TimeProvider? time, params string[] settings)
    {
        var simulator = new RunningSimulator(await WebhookReceiver.StartAsync(), time, settings);
        await simulator.StartAppAsync();
        return simulator;
    }

    /// <summary>Stops and starts again on the same data.</summary>
    public async Task RestartAsync()
    {
        await StopAppAsync();
        app = Compose();
        await StartAppAsync();
    }

    /// <summary>Creates a phone; answers with its number.</summary>
    public async Task<string> PhoneAsync(string number = "+4915123456789", object? settings = null)
    {
        var body = ToNode(settings ?? new { });
        body["number"] = number;
        await ControlAsync("phones", body);
        return number;
    }

    public Task<JsonNode> WriteAsync(string phone, string text, double secondsAgo = 0) =>
        ControlAsync($"phones/{phone}/messages", new { text, secondsAgo });

    public Task FaultAsync(object fault) => ControlAsync("faults", fault);

    /// <summary>A POST to the control API that must succeed.</summary>
    public async Task<JsonNode> ControlAsync(string path, object body)
    {
        using var reply = await Control.PostAsJsonAsync(path, body);
        var text = await reply.Content.ReadAsStringAsync();
        Assert.True(reply.IsSuccessStatusCode, $"POST /control/{path} was answered {(int)reply.StatusCode}: {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    /// <summary>A PATCH or PUT to the control API that must succeed.</summary>
    public async Task<JsonNode> SetAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var reply = await Control.SendAsync(request);
        var text = await reply.Content.ReadAsStringAsync();
        Assert.True(reply.IsSuccessStatusCode, $"{method} /control/{path} was answered {(int)reply.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    public async Task<JsonNode> GetControlAsync(string path) => JsonNode.Parse(await Control.GetStringAsync(path))!;

    public Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(object message, string numberId = NumberId) =>
        CallAsync(HttpMethod.Post, $"{numberId}/messages", message);

    public async Task<(HttpStatusCode Status, JsonNode Body)> CallAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(ToNode(body).ToJsonString(), Encoding.UTF8, "application/json");
        using var reply = await Graph.SendAsync(request);
        return (reply.StatusCode, JsonNode.Parse(await reply.Content.ReadAsStringAsync())!);
    }

    /// <summary>Sends what must be accepted; answers with the wamid.</summary>
    public async Task<string> SendAsync(object message)
    {
        var (status, body) = await PostAsync(message);
        Assert.True(status == HttpStatusCode.OK, $"The message was answered {(int)status}: {body.ToJsonString()}");
        return (string)body["messages"]![0]!["id"]!;
    }

    /// <summary>Sends what must be refused; checks HTTP status and code and answers with the error.</summary>
    public async Task<JsonNode> RefusedAsync(object message, HttpStatusCode status, int code)
    {
        var (actual, body) = await PostAsync(message);
        return AssertRefused(actual, body, status, code);
    }

    public static JsonNode AssertRefused(HttpStatusCode actual, JsonNode body, HttpStatusCode status, int code)
    {
        Assert.True(
            (status, code) == (actual, (int?)body["error"]?["code"]),
            $"Expected {(int)status} with {code}, got {(int)actual}: {body.ToJsonString()}"
        );
        return body["error"]!;
    }

    /// <summary>Submits a template and waits until its review has ended; answers with its id.</summary>
    public async Task<string> TemplateAsync(object template)
    {
        var (status, created) = await CallAsync(HttpMethod.Post, $"{WabaId}/message_templates", template);
        Assert.True(status == HttpStatusCode.OK, created.ToJsonString());
        var id = (string)created["id"]!;
        await TemplateWithStatusAsync(id, status => status != "PENDING");
        return id;
    }

    public Task<JsonNode> TemplateWithStatusAsync(string id, Func<string, bool> wanted) =>
        Eventually.Get(
            async () =>
            {
                var (_, template) = await CallAsync(HttpMethod.Get, id);
                return wanted((string)template["status"]!) ? template : null;
            },
            $"template {id} with the wanted status"
        );

    public async ValueTask DisposeAsync()
    {
        Graph.Dispose();
        Control.Dispose();
        await StopAppAsync();
        await Business.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    private static JsonNode ToNode(object body) => JsonSerializer.SerializeToNode(body)!;

    private WebApplication Compose() =>
        SimulatorHost.Create(
            [
                "--urls=http://127.0.0.1:0",
                $"--Simulator:DataDirectory={directory}",
                $"--Simulator:AccessToken={Token}",
                $"--Simulator:AppSecret={Secret}",
                $"--Simulator:Numbers:0:Id={NumberId}",
                "--Simulator:Numbers:0:DisplayNumber=+49 30 5550100",
                $"--Simulator:Numbers:0:WabaId={WabaId}",
                $"--Simulator:Numbers:1:Id={OtherNumberId}",
                "--Simulator:Numbers:1:DisplayNumber=+1 555 078 3881",
                $"--Simulator:Numbers:1:WabaId={WabaId}",
                $"--Simulator:Webhooks:CallbackUrl={Business.Url}",
                $"--Simulator:Webhooks:VerifyToken={WebhookReceiver.VerifyToken}",
                "--Simulator:Webhooks:FirstRetry=00:00:00.010",
                "--Simulator:Webhooks:LongestRetry=00:00:00.050",
                "--Simulator:Statuses:SentAfter=0",
                "--Simulator:Statuses:DeliveredAfter=0",
                "--Simulator:Statuses:ReadAfter=0",
                "--Simulator:Review:Delay=0",
                .. settings.Select(setting => "--Simulator:" + setting),
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton(time);
            }
        );

    private async Task StopAppAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task StartAppAsync()
    {
        await app.StartAsync();
        var address = app.Urls.Single();
        Graph.Dispose();
        Graph = new HttpClient { BaseAddress = new Uri(address + "/v25.0/") };
        Graph.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        Control.Dispose();
        Control = new HttpClient { BaseAddress = new Uri(address + "/control/") };
    }
}
