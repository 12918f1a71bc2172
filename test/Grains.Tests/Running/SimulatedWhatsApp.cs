using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MultiLine.Simulator;

namespace MultiLine.Grains.Tests.Running;

/// <summary>The simulator on loopback, by the test's clock. Nothing takes any time unless a test wants it to.</summary>
public sealed class SimulatedWhatsApp : IAsyncDisposable
{
    public const string Token = "test-token";
    public const string Secret = "test-secret";
    public const string VerifyToken = "test-verify-token";
    public const string SmsAccount = "AC00000000000000000000000000000007";
    public const string SmsToken = "test-sms-token";

    private readonly string _directory = Directory.CreateTempSubdirectory("multiline-simulator-").FullName;
    private readonly WebApplication _app;
    private HttpClient _control = new();

    private SimulatedWhatsApp(TimeProvider time, IEnumerable<string> settings) =>
        _app = SimulatorHost.Create(
            ["--urls=http://127.0.0.1:0", .. Usual(_directory).Concat(settings).Select(setting => $"--Simulator:{setting}")],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton(time);
            });

    public Uri Address => new(_app.Urls.Single());

    /// <param name="time">Whose clock it goes by.</param>
    /// <param name="settings">Such as <c>Review:Automatic=false</c>.</param>
    public static async Task<SimulatedWhatsApp> StartAsync(TimeProvider time, IEnumerable<string> settings)
    {
        var simulator = new SimulatedWhatsApp(time, settings);
        await simulator._app.StartAsync();
        simulator._control = new HttpClient { BaseAddress = new Uri(simulator.Address, "control/") };
        return simulator;
    }

    public Task CallBack(string url) => Call(HttpMethod.Put, "webhooks/callback", new { url, verifyToken = VerifyToken });

    public Task CallBackBySms(string url) => Call(HttpMethod.Put, "sms/callback", new { url });

    /// <param name="fault">Such as <c>new { kind = "loseReply" }</c>.</param>
    public Task Misbehave(object fault) => Call(HttpMethod.Post, "faults", fault);

    public async Task<SimulatedPhone> Phone(string number, object? settings = null)
    {
        var phone = new SimulatedPhone(this, number);
        await Call(HttpMethod.Post, "phones", new { number });
        if (settings is not null)
        {
            await phone.Change(settings);
        }

        return phone;
    }

    /// <summary>The reviewer's verdict, such as APPROVED.</summary>
    public Task Decide(string templateId, string verdict, string? reason = null) =>
        Call(HttpMethod.Post, $"templates/{templateId}/verdict", new { @event = verdict, reason });

    /// <summary>Somebody deletes a template in the provider's own tools.</summary>
    public Task DeleteTemplate(string account, string name) => CallGraph(HttpMethod.Delete, $"{account}/message_templates?name={name}", body: null);

    /// <summary>Somebody submits a template in the provider's own tools.</summary>
    public Task CreateTemplate(string account, object template) =>
        CallGraph(HttpMethod.Post, $"{account}/message_templates", JsonContent.Create(template));

    /// <summary>A file on its way from a phone to a number.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> Upload(string number, byte[] bytes, string mimeType)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(mimeType);
        using var reply = await _control.PostAsync(new Uri($"media?numberId={number}", UriKind.Relative), content);
        var text = await reply.Content.ReadAsStringAsync();
        Assert.True(reply.IsSuccessStatusCode, text);
        return (string)JsonNode.Parse(text)!["id"]!;
    }

    /// <summary>The provider has the file no longer.</summary>
    public Task DeleteMedia(string id) => CallGraph(HttpMethod.Delete, id, body: null);

    private async Task CallGraph(HttpMethod method, string path, HttpContent? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address, $"v25.0/{path}")) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var reply = await _control.SendAsync(request);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync());
    }

    /// <summary>How many messages the product has sent to this contact: taken by WhatsApp, whether they arrive or not.</summary>
    public async Task<int> CountTaken(SimulatedPhone phone) =>
        (await Get($"messages?limit=1000&contact={Uri.EscapeDataString(phone.Number)}"))["messages"]!.AsArray().Count;

    public async Task<int> CountPendingWebhooks() => (int)(await Get("health"))["pendingWebhooks"]!;

    public async Task<JsonNode> Get(string path) => JsonNode.Parse(await _control.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    public async Task<JsonNode> Call(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var reply = await _control.SendAsync(request);
        var text = await reply.Content.ReadAsStringAsync();
        Assert.True(reply.IsSuccessStatusCode, $"{method} /control/{path} was answered {(int)reply.StatusCode}: {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private static IEnumerable<string> Usual(string directory) =>
    [
        $"DataDirectory={directory}",
        $"AccessToken={Token}",
        $"AppSecret={Secret}",
        "Webhooks:FirstRetry=00:00:00.010",
        "Webhooks:LongestRetry=00:00:00.050",
        "Statuses:SentAfter=0",
        "Statuses:DeliveredAfter=0",
        "Statuses:ReadAfter=0",
        "Review:Delay=0",
        $"Sms:AccountSid={SmsAccount}",
        $"Sms:AuthToken={SmsToken}",
        $"Sms:Numbers:0={Firms.NorthwindSms}",
        $"Sms:Numbers:1={Firms.ContosoSms}",
        .. Firms.Numbers.SelectMany((number, index) => (string[])
        [
            $"Numbers:{index}:Id={number.Id}",
            $"Numbers:{index}:DisplayNumber={number.Display}",
            $"Numbers:{index}:WabaId={number.Account}",
        ]),
    ];
}
