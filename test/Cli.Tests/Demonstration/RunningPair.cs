using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using MultiLine.Simulator;

namespace MultiLine.Cli.Tests.Demonstration;

/// <summary>Product and simulator over HTTP on loopback, as ./run.sh starts them beside the command.</summary>
internal sealed class RunningPair : IAsyncDisposable
{
    public const string AccessToken = "token-of-the-graph-api";

    private const string AppSecret = "simulator-app-secret";
    private const string VerifyToken = "simulator-verify-token";

    private readonly WebApplication _simulator;
    private readonly Servers _servers;

    private RunningPair(WebApplication simulator, Servers servers) => (_simulator, _servers) = (simulator, servers);

    public string Simulator => _simulator.Urls.Single();

    /// <summary>Of the product, as it has them for the connections.</summary>
    public IReadOnlyDictionary<string, string> Settings => SettingsFor(_simulator);

    public string Server => _servers.Api.Urls.Single();

    public static async Task<RunningPair> StartAsync(string dataDirectory, params string[] simulatorSettings)
    {
        var simulator = SimulatorHost.Create(
            [
                "--urls=http://127.0.0.1:0",
                $"--Simulator:DataDirectory={dataDirectory}-simulator",
                $"--Simulator:AccessToken={AccessToken}",
                $"--Simulator:AppSecret={AppSecret}",
                "--Simulator:Review:Delay=00:00:00.01",
                .. simulatorSettings,
            ],
            builder => builder.Logging.ClearProviders());
        await simulator.StartAsync();
        var servers = Servers.Create(
            [
                $"--Storage:DataDirectory={dataDirectory}",
                .. SettingsFor(simulator).Select(setting => $"--{setting.Key}={setting.Value}"),
            ],
            builder => builder.Logging.ClearProviders());
        await servers.StartAsync();
        var pair = new RunningPair(simulator, servers);
        using var control = new HttpClient { BaseAddress = new Uri(pair.Simulator) };
        using var answer = await control.PutAsJsonAsync("/control/webhooks/callback", new { url = $"{pair.Server}/webhooks/whatsapp", verifyToken = VerifyToken });
        answer.EnsureSuccessStatusCode();
        return pair;
    }

    public async ValueTask DisposeAsync()
    {
        await _servers.DisposeAsync();
        await _simulator.StopAsync();
        await _simulator.DisposeAsync();
    }

    private static Dictionary<string, string> SettingsFor(WebApplication simulator) => new(StringComparer.Ordinal)
    {
        ["WhatsApp:BaseAddress"] = simulator.Urls.Single(),
        ["WhatsApp:AppId"] = "1000000000000001",
        ["WhatsApp:AppSecrets:0"] = AppSecret,
        ["WhatsApp:AccessToken"] = AccessToken,
        ["WhatsApp:VerifyToken"] = VerifyToken,
        ["Sms:AccountSid"] = "AC00000000000000000000000000000001",
        ["Sms:AuthTokens:0"] = "simulator-sms-token",
        ["Sms:PublicUrl"] = "http://127.0.0.1:5080",
    };
}
