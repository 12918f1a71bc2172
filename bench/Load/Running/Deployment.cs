using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MultiLine.Load.Running;

/// <summary>Product and simulator on one machine with an organisation, a line and people, all thrown away at the end.</summary>
internal sealed class Deployment : IDisposable
{
    public const string PhoneNumberId = "106540352242922";
    public const string AppSecret = "app-secret-of-the-bench";

    private const string Account = "102290129340398";
    private const string Display = "+49 30 5550100";

    private readonly string _directory = Directory.CreateTempSubdirectory("multiline-load-").FullName;

    private Deployment(IReadOnlyDictionary<string, string> extra)
    {
        var (product, simulator) = (FreeAddress(), FreeAddress());
        Product = new ProductServers(product, ProductSettings(simulator, extra), _directory);
        Simulator = new ServerProcess(
            "Simulator", simulator, "/control/health", SimulatorSettings(product), Path.Combine(_directory, "simulator.log"));
    }

    public ProductServers Product { get; }

    public ServerProcess Simulator { get; }

    public static async Task<Deployment> StartAsync(IReadOnlyDictionary<string, string> extra)
    {
        var deployment = new Deployment(extra);
        deployment.Multiline(
            "org", "create", "--id", "bench", "--name", "Bench Bank", "--administrator", "Ada Admin",
            "--whatsapp-account", Account, "--line", $"main:Main line:{PhoneNumberId}:{Display}");
        deployment.Multiline("person", "add", "--organization", "bench", "--id", "user", "--name", "User", "--role", "user", "--line", "main");
        deployment.Multiline("person", "add", "--organization", "bench", "--id", "officer", "--name", "Officer", "--role", "compliance");
        await deployment.Simulator.StartAsync();
        await deployment.Product.StartAsync();
        return deployment;
    }

    /// <summary>The product's API, signed in as this person.</summary>
    public async Task<HttpClient> SignInAsync(string person)
    {
        var link = Multiline("link", "--organization", "bench", "--person", person);
        var token = link[(link.IndexOf("token=", StringComparison.Ordinal) + "token=".Length)..].Trim();
        var http = new HttpClient { BaseAddress = new Uri(Product.Address, "api/v1/"), Timeout = TimeSpan.FromSeconds(30) };
        var answer = await http.PostAsJsonAsync("sign-in", new { token });
        answer.EnsureSuccessStatusCode();
        var access = (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", access);
        return http;
    }

    public void Dispose()
    {
        Product.Dispose();
        Simulator.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private Dictionary<string, string> ProductSettings(Uri simulator, IReadOnlyDictionary<string, string> extra) => new(extra, StringComparer.Ordinal)
    {
        ["Storage__DataDirectory"] = Path.Combine(_directory, "product"),
        ["WhatsApp__BaseAddress"] = simulator.ToString(),
        ["WhatsApp__AccessToken"] = "access-token-of-the-bench",
        ["WhatsApp__AppSecrets__0"] = AppSecret,
        ["WhatsApp__VerifyToken"] = "verify-token-of-the-bench",
        ["Cluster__SiloPort"] = $"{FreePort.Next()}",
        ["Cluster__GatewayPort"] = $"{FreePort.Next()}",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    private Dictionary<string, string> SimulatorSettings(Uri product) => new(StringComparer.Ordinal)
    {
        ["Simulator__DataDirectory"] = Path.Combine(_directory, "simulator"),
        ["Simulator__AccessToken"] = "access-token-of-the-bench",
        ["Simulator__AppSecret"] = AppSecret,
        ["Simulator__Webhooks__CallbackUrl"] = new Uri(product, "webhooks/whatsapp").ToString(),
        ["Simulator__Webhooks__VerifyToken"] = "verify-token-of-the-bench",
        ["Simulator__PairRate__Burst"] = "10000",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    private string Multiline(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Built.Program("Cli"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["Storage__DataDirectory"] = Path.Combine(_directory, "product");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"multiline {arguments[0]}: {error}");
    }

    internal static Uri FreeAddress() => new($"http://127.0.0.1:{FreePort.Next()}/");
}
