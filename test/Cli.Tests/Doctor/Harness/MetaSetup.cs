using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MultiLine.Cli.Doctor.Checks;
using MultiLine.Cli.Tests.Harness;
using MultiLine.Simulator;

namespace MultiLine.Cli.Tests.Doctor.Harness;

/// <summary>A deployment for which the guide's steps were done at the running simulator, until a test undoes one of them.</summary>
internal sealed class MetaSetup : IAsyncDisposable
{
    public const string AppId = "1000000000000001";
    public const string AppSecret = "secret-of-the-app";
    public const string AccessToken = "token-of-the-system-user";
    public const string Account = "102290129340398";
    public const string Number = "106540352242922";
    public const string Template = "opt_in_request_1";

    private readonly WebApplication _simulator;
    private readonly HttpClient _http;

    private MetaSetup(WebApplication simulator, HandshakeServer server, RewrittenReplies replies)
    {
        (_simulator, Server, Replies) = (simulator, server, replies);
        _http = new HttpClient { BaseAddress = new Uri(simulator.Urls.Single()) };
        Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["WhatsApp:BaseAddress"] = simulator.Urls.Single(),
            ["WhatsApp:AppId"] = AppId,
            ["WhatsApp:AppSecrets:0"] = AppSecret,
            ["WhatsApp:AccessToken"] = AccessToken,
            ["WhatsApp:VerifyToken"] = HandshakeServer.VerifyToken,
        };
    }

    public TempDeployment Deployment { get; init; } = new() { Time = TimeProvider.System };

    public HandshakeServer Server { get; }

    public RewrittenReplies Replies { get; }

    /// <summary>Of the server, by key; null for a key that is not there.</summary>
    public Dictionary<string, string?> Settings { get; }

    /// <summary>Keys that are there, with JSON's null.</summary>
    public HashSet<string> Nulls { get; } = new(StringComparer.Ordinal);

    public static async Task<MetaSetup> StartAsync()
    {
        var (server, replies) = (await HandshakeServer.StartAsync(), new RewrittenReplies());
        var directory = Directory.CreateTempSubdirectory("multiline-doctor-").FullName;
        var simulator = SimulatorHost.Create(
            [
                "--urls=http://127.0.0.1:0",
                $"--Simulator:DataDirectory={directory}",
                $"--Simulator:AccessToken={AccessToken}",
                $"--Simulator:AppSecret={AppSecret}",
                "--Simulator:Review:Delay=0",
                "--Simulator:Webhooks:SubscribeAtStart=false",
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<IStartupFilter>(replies);
            });
        simulator.Lifetime.ApplicationStopped.Register(() => Directory.Delete(directory, recursive: true));
        await simulator.StartAsync();
        var setup = new MetaSetup(simulator, server, replies);
        await setup.FollowGuideAsync();
        return setup;
    }

    /// <summary>Runs the doctor.</summary>
    public async Task<Examination> ExamineAsync()
    {
        var ending = await RunAsync("--json");
        return new Examination(ending.Code, JsonNode.Parse(ending.Output)!);
    }

    public async Task<Ending> RunAsync(params string[] options)
    {
        return await Deployment.RunAsync(["doctor", "--settings", await WriteSettingsAsync(), .. options]);
    }

    /// <summary>The file that they are in.</summary>
    public async Task<string> WriteSettingsAsync()
    {
        var file = Path.Combine(Path.GetDirectoryName(Deployment.Data)!, "appsettings.json");
        var there = Settings.Where(setting => setting.Value is not null).Concat(Nulls.Select(key => KeyValuePair.Create(key, (string?)null)));
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(there.ToDictionary()));
        return file;
    }

    /// <summary>Runs the doctor and expects this of a check, and an exit code that goes with it.</summary>
    public async Task FindsAsync(string check, Verdict verdict, string words)
    {
        var examination = await ExamineAsync();

        Assert.Contains(examination.Of(check), finding => finding.Verdict == verdict && finding.LookedAt.Contains(words, StringComparison.Ordinal));
        Assert.Equal(examination.All.All(finding => finding.Verdict == Verdict.Ok) ? 0 : 1, examination.Code);
    }

    public Task ControlAsync(HttpMethod method, string path, object body) => CallAsync(method, $"control/{path}", AccessToken, Json(body));

    public Task GraphAsync(HttpMethod method, string path, object? body = null) =>
        CallAsync(method, $"v25.0/{path}", AccessToken, body is null ? null : Json(body));

    public Task AppAsync(HttpMethod method, string path, Dictionary<string, string>? form = null) =>
        CallAsync(method, $"v25.0/{path}", $"{AppId}|{AppSecret}", form is null ? null : new FormUrlEncodedContent(form));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _simulator.StopAsync();
        await _simulator.DisposeAsync();
        await Server.DisposeAsync();
        Deployment.Dispose();
    }

    /// <summary>The steps that are done by calls, in the order of docs/getting-started.md.</summary>
    private async Task FollowGuideAsync()
    {
        await Deployment.DoneAsync(
            "org", "create", "--id", "acme", "--name", "Acme Bank", "--administrator", "Ada Admin", "--whatsapp-account", Account,
            "--line", $"desk:Front desk:{Number}:+49 30 5550100");
        await SubscribeAsync(Server.Url, WebhookChecks.NeededFields);
        await GraphAsync(HttpMethod.Post, $"{Account}/subscribed_apps");
        await SubmitOptInAsync();
        await GraphAsync(
            HttpMethod.Post,
            $"{Number}/whatsapp_business_profile",
            new { messaging_product = "whatsapp", about = "Here to help", description = "A bank.", email = "desk@acme.example" });
    }

    public Task SubscribeAsync(string url, IEnumerable<string> fields) => AppAsync(HttpMethod.Post, $"{AppId}/subscriptions", new Dictionary<string, string>
    {
        ["object"] = "whatsapp_business_account",
        ["callback_url"] = url,
        ["verify_token"] = HandshakeServer.VerifyToken,
        ["fields"] = string.Join(',', fields),
    });

    public async Task SubmitOptInAsync(string verdict = "APPROVED", string? reason = null, string language = "en_US")
    {
        await ControlAsync(HttpMethod.Put, $"templates/verdicts/{Template}", new { @event = verdict, reason });
        await GraphAsync(HttpMethod.Post, $"{Account}/message_templates", new
        {
            name = Template,
            language,
            category = "UTILITY",
            components = new object[] { new { type = "BODY", text = "May we write to you here?" } },
        });
        await UntilReviewedAsync(verdict);
    }

    private async Task UntilReviewedAsync(string status)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var templates = await _http.GetFromJsonAsync<JsonArray>("control/templates", patience.Token);
            if (templates!.All(template => (string?)template!["status"] == status))
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, patience.Token);
        }
    }

    private static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    private async Task CallAsync(HttpMethod method, string path, string token, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await _http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}

/// <summary>What the doctor said, as a machine reads it.</summary>
internal sealed class Examination(int code, JsonNode report)
{
    public int Code => code;

    public bool Ok => (bool)report["ok"]!;

    public IReadOnlyList<Told> All { get; } =
    [
        .. report["checks"]!.AsArray().Select(finding => new Told(
            (string)finding!["check"]!,
            Enum.Parse<Verdict>((string)finding["verdict"]!, ignoreCase: true),
            (string)finding["looked_at"]!,
            (string?)finding["next"],
            (string)finding["guide"]!)),
    ];

    public IReadOnlyList<Told> Of(string check) => [.. All.Where(told => told.Check == check)];
}

internal sealed record Told(string Check, Verdict Verdict, string LookedAt, string? Next, string Guide);
