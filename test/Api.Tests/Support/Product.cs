using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MultiLine.Simulator;
using MultiLine.Storage.Organizations;
using MultiLine.Storage.SignIn;

namespace MultiLine.Api.Tests.Support;

/// <summary>The whole product over real HTTP, with the simulator in Meta's place and everything kept in a folder of its own.</summary>
internal sealed class Product : IAsyncDisposable
{
    public const string AppSecret = "simulator-app-secret";
    public const string VerifyToken = "simulator-verify-token";
    public const string SmsToken = "simulator-sms-token";

    private static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(10);

    private readonly string _folder;
    private readonly WebApplication _simulator;
    private readonly Servers _servers;

    private Product(string folder, WebApplication simulator, Servers servers, CapturedLog log) =>
        (_folder, _simulator, _servers, Log) = (folder, simulator, servers, log);

    public CapturedLog Log { get; }

    public Uri Address => _servers.Address;

    /// <summary>Of the API.</summary>
    public IServiceProvider Services => _servers.Api.Services;

    /// <summary>Where grains and storage are.</summary>
    public IServiceProvider Backstage => _servers.Backstage;

    public string DatabaseFile => Path.Combine(_folder, "product", "multiline.db");

    /// <inheritdoc cref="StartAsync(Action{WebApplication}?, TimeProvider, string[])"/>
    public static Task<Product> StartAsync(Action<WebApplication>? map = null, params string[] settings) =>
        StartAsync(map, TimeProvider.System, settings);

    /// <param name="map">Adds endpoints to the product.</param>
    /// <param name="clock">The product's; the simulator goes by its own.</param>
    /// <param name="settings">More of the command line.</param>
    public static async Task<Product> StartAsync(Action<WebApplication>? map, TimeProvider clock, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("multiline-api-").FullName;
        var simulator = SimulatorHost.Create([.. SimulatorSettings(folder)], builder => builder.Services.KeepOutOfTraces());
        await simulator.StartAsync();

        var log = new CapturedLog();
        List<IConfigurationRoot> configurations = [];
        var servers = Servers.Create(
            [.. ServerSettings(folder, simulator.Urls.Single()), .. settings],
            builder =>
            {
                builder.Services.AddSingleton(clock);
                builder.Logging.AddProvider(log);
                builder.Configuration.AddInMemoryCollection(SmsSettings(simulator.Urls.Single()));
                configurations.Add(builder.Configuration);
            });
        map?.Invoke(servers.Api);
        var product = new Product(folder, simulator, servers, log);
        foreach (var organization in Cast.Organizations)
        {
            await servers.Backstage.GetRequiredService<IOrganizationStore>().SaveAsync(organization, expectedVersion: 0);
        }

        await servers.StartAsync();
        var callback = new { url = new Uri(product.Address, "/webhooks/whatsapp"), verifyToken = VerifyToken };
        (await product.Simulator().Put("/control/webhooks/callback", callback)).Is(HttpStatusCode.OK);
        await product.ConnectSms(configurations);
        return product;
    }

    /// <summary>A client without credentials that follows no redirects and keeps no cookies.</summary>
    public HttpClient Anonymous() => Client(Address);

    public HttpClient Simulator() => Client(new Uri(_simulator.Urls.Single()));

    /// <summary>A client of somebody who signed in with a link.</summary>
    public async Task<HttpClient> SignIn(Actor actor)
    {
        var client = Anonymous();
        var answer = (await client.Post("/api/v1/sign-in", new { token = await IssueLink(actor) })).Is(HttpStatusCode.OK);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)answer.Json["access_token"]);
        return client;
    }

    /// <returns>The token of a one-time link.</returns>
    public async Task<string> IssueLink(Actor actor, TimeSpan? lifetime = null)
    {
        var token = SignInToken.New();
        var expires = Services.GetRequiredService<TimeProvider>().GetUtcNow() + (lifetime ?? LinkLifetime);
        await Backstage.GetRequiredService<ISignInLinks>()
            .AddAsync(new SignInLink(SignInToken.Hash(token), actor.Organization, actor.Person, expires));
        return token;
    }

    public Task StopApi() => _servers.Api.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _servers.DisposeAsync();
        // First: whatever it does by itself still needs its folder.
        await _simulator.StopAsync();
        await _simulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The address that the SMS provider calls, and signs, is known only now.</summary>
    private async Task ConnectSms(IEnumerable<IConfigurationRoot> configurations)
    {
        foreach (var configuration in configurations)
        {
            configuration["Sms:PublicUrl"] = Address.ToString();
            configuration.Reload();
        }

        (await Simulator().Put("/control/sms/callback", new { url = new Uri(Address, "/webhooks/sms") })).Is(HttpStatusCode.OK);
    }

    private static Dictionary<string, string?> SmsSettings(string provider) => new()
    {
        ["Sms:BaseAddress"] = provider,
        ["Sms:AccountSid"] = "AC00000000000000000000000000000001",
        ["Sms:AuthTokens:0"] = SmsToken,
        ["Sms:PublicUrl"] = "http://not-yet.invalid",
        ["Sending:SmsPerSecond"] = "100",
    };

    private static HttpClient Client(Uri address) =>
        new(Elsewhere.Handler()) { BaseAddress = address };

    private static IEnumerable<string> SimulatorSettings(string folder)
    {
        string[] numbers = [Cast.SalesNumber, Cast.SupportNumber, Cast.HarbourNumber];
        string[] accounts = [Cast.NorthAccount, Cast.NorthAccount, Cast.SouthAccount];
        yield return "--urls=http://127.0.0.1:0";
        yield return $"--Simulator:DataDirectory={Path.Combine(folder, "simulator")}";
        yield return "--Simulator:Review:Delay=00:00:00.01";
        yield return "--Simulator:Statuses:SentAfter=00:00:00.01";
        yield return "--Simulator:Statuses:DeliveredAfter=00:00:00.01";
        yield return "--Simulator:Statuses:ReadAfter=00:00:00.01";
        yield return "--Simulator:Webhooks:FirstRetry=00:00:00.05";
        yield return "--Logging:LogLevel:Default=Critical";
        for (var i = 0; i < numbers.Length; i++)
        {
            yield return $"--Simulator:Numbers:{i}:Id={numbers[i]}";
            yield return $"--Simulator:Numbers:{i}:DisplayNumber=+49 30 555010{i}";
            yield return $"--Simulator:Numbers:{i}:WabaId={accounts[i]}";
        }
    }

    private static IEnumerable<string> ServerSettings(string folder, string graph) =>
    [
        $"--Storage:DataDirectory={Path.Combine(folder, "product")}",
        $"--WhatsApp:BaseAddress={graph}",
        "--WhatsApp:AccessToken=simulator-access-token",
        $"--WhatsApp:AppSecrets:0={AppSecret}",
        $"--WhatsApp:VerifyToken={VerifyToken}",
        "--Sending:PairInterval=00:00:00.001",
        // More than anybody would switch on, so that what must never be logged has every chance.
        "--Logging:LogLevel:Default=Information",
        "--Logging:Console:LogLevel:Default=None",
        "--Logging:LogLevel:Microsoft.AspNetCore=Information",
        "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Information",
        $"--Logging:{CapturedLog.Name}:LogLevel:Default=Information",
        $"--Logging:{CapturedLog.Name}:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Information",
        $"--Logging:{CapturedLog.Name}:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics*=Information",
    ];
}
