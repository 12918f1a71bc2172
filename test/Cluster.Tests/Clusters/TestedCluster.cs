using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MultiLine.Api;
using MultiLine.Domain;
using MultiLine.Domain.Organizations;
using MultiLine.Load.Faults;
using MultiLine.Load.Running;
using MultiLine.Simulator;
using MultiLine.Storage.Hosting;
using MultiLine.Storage.Organizations;
using MultiLine.Storage.SignIn;

namespace MultiLine.Cluster.Tests.Clusters;

/// <summary>The product as a cluster: silos, two servers that call them, and the simulator in Meta's place. Everything over real connections.</summary>
internal sealed class TestedCluster : ISystemUnderLoad, IAsyncDisposable
{
    private const int Replicas = 2;

    private static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(10);

    private readonly string _folder;
    private readonly bool _ownsFolder;
    private readonly IReadOnlyList<string> _settings;
    private readonly WebApplication _simulator;
    private readonly List<WebApplication> _servers = [];

    private TestedCluster(string folder, bool ownsFolder, IReadOnlyList<string> settings, WebApplication simulator) =>
        (_folder, _ownsFolder, _settings, _simulator) = (folder, ownsFolder, settings, simulator);

    public Silos Silos { get; private set; } = null!;

    public IReadOnlyList<Uri> Servers => [.. _servers.Select(server => new Uri(server.Urls.Single()))];

    public Uri Simulator => new(_simulator.Urls.Single());

    /// <param name="silos">How many.</param>
    /// <param name="settings">Of the product, such as <c>Conversation:SessionWindow=00:00:10</c>.</param>
    /// <param name="simulatorSettings">Of the simulator, such as <c>Simulator:WindowLength=00:00:10</c>.</param>
    public static async Task<TestedCluster> StartAsync(int silos, IReadOnlyList<string> settings, params string[] simulatorSettings)
    {
        var folder = Directory.CreateTempSubdirectory("multiline-cluster-").FullName;
        var simulator = SimulatorHost.Create([.. SimulatorSettings(folder), .. simulatorSettings.Select(setting => $"--{setting}")], builder => builder.Logging.ClearProviders().AddProvider(new Warnings()));
        await simulator.StartAsync();
        var cluster = new TestedCluster(folder, ownsFolder: true, settings, simulator);
        await cluster.OpenBankAsync();
        await cluster.StartProductAsync(silos);
        await cluster.CallBackAsync();
        return cluster;
    }

    /// <summary>A second cluster on the same data and the same simulator, as after a network that fell apart.</summary>
    public async Task<TestedCluster> StartRivalAsync(int silos)
    {
        var rival = new TestedCluster(_folder, ownsFolder: false, _settings, _simulator);
        await rival.StartProductAsync(silos);
        return rival;
    }

    public async Task<string> IssueLinkAsync(string person)
    {
        var token = SignInToken.New();
        await Silos.Services.GetRequiredService<ISignInLinks>()
            .AddAsync(new SignInLink(SignInToken.Hash(token), Bank.Organization, person, TimeProvider.System.GetUtcNow() + LinkLifetime));
        return token;
    }

    /// <summary>Drops a silo in the middle of what it does, and later stops one orderly; each is back some time afterwards.</summary>
    public async Task BreakAsync(Random chance)
    {
        foreach (var end in (Func<Random, Task>[])[Silos.KillOneAsync, Silos.StopOneAsync])
        {
            await end(chance);
            await Task.Delay(TimeSpan.FromSeconds(2 * chance.NextDouble()), TimeProvider.System);
            await Silos.RestartAsync();
        }
    }

    /// <summary>Drops all silos, and starts as many again on what is stored. The servers stay.</summary>
    public async Task RestartSilosAsync()
    {
        var count = Silos.Count;
        await Silos.KillAllAsync();
        await StartSilosAgainAsync(count);
    }

    /// <summary>After all of them were dropped; they get the ports of those before.</summary>
    public async Task StartSilosAgainAsync(int count)
    {
        var before = Silos;
        await before.DisposeAsync();
        Silos = await Silos.StartAsync(count, SiloSettings, before);
    }

    /// <summary>Starts a server again; its address is another one then.</summary>
    public async Task RestartServerAsync(int index)
    {
        await _servers[index].DisposeAsync();
        _servers[index] = await StartServerAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        await Silos.DisposeAsync();
        if (_ownsFolder)
        {
            await _simulator.StopAsync();
            await _simulator.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>Before the first start, as the command <c>multiline</c> does it.</summary>
    private async Task OpenBankAsync()
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddCommandLine([.. SiloSettings]).Build())
            .AddSqliteStorage()
            .BuildServiceProvider();
        await services.GetRequiredService<IOrganizationStore>().SaveAsync(BenchBank, expectedVersion: 0);
    }

    private async Task StartProductAsync(int silos)
    {
        Silos = await Silos.StartAsync(silos, SiloSettings);
        while (_servers.Count < Replicas)
        {
            _servers.Add(await StartServerAsync());
        }
    }

    private async Task<WebApplication> StartServerAsync()
    {
        var server = ApiHost.Create(
            [
                "--urls=http://127.0.0.1:0",
                .. Silos.GatewayPorts.Select((port, index) => $"--Cluster:GatewayPorts:{index}={port}"),
                .. _settings.Where(setting => setting.StartsWith("Cluster:", StringComparison.Ordinal)).Select(setting => $"--{setting}"),
            ],
            builder => builder.Logging.ClearProviders().AddProvider(new Warnings()));
        await server.StartAsync();
        return server;
    }

    private async Task CallBackAsync()
    {
        using var control = new HttpClient { BaseAddress = Simulator };
        var callback = new { url = new Uri(Servers[0], "webhooks/whatsapp"), verifyToken = Bank.VerifyToken };
        (await control.PutAsJsonAsync("control/webhooks/callback", callback)).EnsureSuccessStatusCode();
    }

    private IReadOnlyList<string> SiloSettings =>
    [
        $"--Storage:DataDirectory={Path.Combine(_folder, "product")}",
        $"--WhatsApp:BaseAddress={Simulator}",
        $"--WhatsApp:AccessToken={Bank.AccessToken}",
        $"--WhatsApp:AppSecrets:0={Bank.AppSecret}",
        $"--WhatsApp:VerifyToken={Bank.VerifyToken}",
        .. FaultDriver.Settings.Select(setting => $"--{setting.Key.Replace("__", ":", StringComparison.Ordinal)}={setting.Value}"),
        .. _settings.Select(setting => $"--{setting}"),
    ];

    private static IEnumerable<string> SimulatorSettings(string folder) =>
    [
        "--urls=http://127.0.0.1:0",
        $"--Simulator:DataDirectory={Path.Combine(folder, "simulator")}",
        $"--Simulator:AccessToken={Bank.AccessToken}",
        $"--Simulator:AppSecret={Bank.AppSecret}",
        "--Simulator:PairRate:Burst=10000",
    ];

    private static Organization BenchBank { get; } = new()
    {
        Id = Bank.Organization,
        Name = "Bench Bank",
        WhatsAppEnabled = true,
        WhatsAppAccount = Bank.Account,
        Lines = [new Line(Bank.Line, "Main line") { Numbers = [new LineNumber(Channel.WhatsApp, Bank.PhoneNumberId, Bank.Display)] }],
        People =
        [
            new Person(Bank.User, "Ulla Berg") { Roles = [Role.User], Lines = [Bank.Line] },
            new Person(Bank.Officer, "Olaf Stein") { Roles = [Role.Compliance] },
            new Person(Bank.Administrator, "Ada Winter") { Roles = [Role.Administrator] },
        ],
    };
}
