using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MultiLine.Silo;
using Orleans.Configuration;
using Orleans.TestingHost;

namespace MultiLine.Cluster.Tests.Clusters;

/// <summary>On Orleans: a cluster of its testing host, over TCP.</summary>
internal sealed partial class Silos
{
    public const string? MissingBecause = null;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TestCluster _cluster;
    private readonly List<int> _down = [];

    private Silos(TestCluster cluster) => _cluster = cluster;

    public partial IReadOnlyList<int> GatewayPorts => [.. Enumerable.Range(_cluster.Options.BaseGatewayPort, _cluster.Options.InitialSilosCount)];

    public partial IServiceProvider Services => ((InProcessSiloHandle)_cluster.Silos[0]).ServiceProvider;

    public partial Uri Address => new(((WebApplication)((InProcessSiloHandle)_cluster.Silos[0]).SiloHost).Urls.Single());

    public partial int Count => _cluster.Silos.Count;

    public static partial async Task<Silos> StartAsync(int count, IReadOnlyList<string> settings, Silos? before)
    {
        var builder = new TestClusterBuilder((short)count)
        {
            CreateSiloAsync = (name, testing) => CreateAsync(name, testing, settings),
        };
        builder.Options.UseTestClusterMembership = !settings.Contains("--Cluster:Membership=AzureTables");
        builder.Options.InitializeClientOnDeploy = false;
        builder.Options.ConfigureFileLogging = false;
        if (before is not null)
        {
            builder.Options.BaseSiloPort = before._cluster.Options.BaseSiloPort;
            builder.Options.BaseGatewayPort = before._cluster.Options.BaseGatewayPort;
        }

        var silos = new Silos(builder.Build());
        await silos._cluster.DeployAsync();
        await silos.UntilAllKnowEachOther();
        return silos;
    }

    public partial Task KillOneAsync(Random chance) => _cluster.KillSiloAsync(Choose(chance));

    public partial Task StopOneAsync(Random chance) => _cluster.StopSiloAsync(Choose(chance));

    public partial async Task RestartAsync()
    {
        foreach (var number in _down)
        {
            await TestCluster.StartSiloAsync(_cluster, number, _cluster.Options);
        }

        _down.Clear();
        await UntilAllKnowEachOther();
    }

    public partial async Task KillAllAsync()
    {
        foreach (var silo in _cluster.Silos.Reverse().ToList())
        {
            await _cluster.KillSiloAsync(silo);
        }
    }

    public partial async ValueTask DisposeAsync() => await _cluster.DisposeAsync();

    /// <summary>The silo as its program composes it; only the dead are noticed sooner, so that no test waits for that.</summary>
    private static async Task<SiloHandle> CreateAsync(string name, IConfiguration testing, IReadOnlyList<string> settings)
    {
        string[] first = testing["Orleans:Clustering:PrimarySiloEndPoint"] is { } primary ? [$"--Cluster:PrimarySiloPort={IPEndPoint.Parse(primary).Port}"] : [];
        var silo = SiloHost.Create(
            [
                .. settings,
                "--urls=http://127.0.0.1:0",
                $"--Cluster:SiloPort={testing["Orleans:Endpoints:SiloPort"]}",
                $"--Cluster:GatewayPort={testing["Orleans:Endpoints:GatewayPort"]}",
                .. first,
            ],
            builder =>
            {
                builder.Logging.ClearProviders().AddProvider(new Warnings());
                builder.Services.Replace(ServiceDescriptor.Singleton<IFatalErrorHandler, DiesAlone>());
                builder.Services.Configure<SiloOptions>(options => options.SiloName = name);
                builder.Services.Configure<ClusterMembershipOptions>(options =>
                {
                    options.ProbeTimeout = TimeSpan.FromSeconds(1);
                    options.NumMissedProbesLimit = 2;
                    options.NumVotesForDeathDeclaration = 1;
                    options.TableRefreshTimeout = TimeSpan.FromSeconds(2);
                });
            });
        await silo.StartAsync();
        var details = silo.Services.GetRequiredService<ILocalSiloDetails>();
        return new InProcessSiloHandle { Name = name, SiloHost = silo, SiloAddress = details.SiloAddress, GatewayAddress = details.GatewayAddress };
    }

    private SiloHandle Choose(Random chance)
    {
        var silo = _cluster.SecondarySilos[chance.Next(_cluster.SecondarySilos.Count)];
        _down.Add(silo.InstanceNumber);
        return silo;
    }

    private async Task UntilAllKnowEachOther()
    {
        var start = TimeProvider.System.GetTimestamp();
        foreach (var silo in _cluster.Silos.Cast<InProcessSiloHandle>().ToList())
        {
            var members = silo.ServiceProvider.GetRequiredService<ISiloStatusOracle>();
            while (members.GetApproximateSiloStatuses(onlyActive: true).Count != _cluster.Silos.Count)
            {
                Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"{silo.Name} does not know all {_cluster.Silos.Count} silos.");
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }
}
