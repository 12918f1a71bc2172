using System.Net;
using MultiLine.Grains.Interfaces;
using MultiLine.Hosting.Cluster;
using MultiLine.Hosting.Telemetry;
using Orleans.Configuration;
using Orleans.Dashboard;
using Orleans.Serialization;
using Orleans.Streams;

namespace MultiLine.Silo;

public static partial class SiloHosting
{
    /// <summary>A silo of an Orleans cluster, which <see cref="ClusterSettings"/> says where to find.</summary>
    static partial void AddActorHost(IHostApplicationBuilder builder)
    {
        var cluster = ClusterSettings.Read(builder.Configuration);
        builder.Services.AddClusterSettings();
        builder.UseOrleans(silo =>
        {
            // That storage is not available reaches a client in another process as what it is.
            silo.Configure<ExceptionSerializationOptions>(options => options.SupportedNamespacePrefixes.Add(nameof(MultiLine)));
            silo.AddReminders();
            silo.AddDashboard();
            // By filters, which cost something even where nobody listens.
            if (builder.Configuration.HasTelemetry())
            {
                silo.AddActivityPropagation();
            }

            if (cluster.Membership == Membership.AzureTables)
            {
                silo.UseAzure(cluster);
            }
            else
            {
                silo.UseThisMachine(cluster);
            }
        });
    }

    private static partial string AddressOf(IServiceProvider services) =>
        services.GetRequiredService<ILocalSiloDetails>().SiloAddress.ToParsableString();

    /// <summary>No service beside it: members are listed in memory, grain states and reminders are in SQLite.</summary>
    private static void UseThisMachine(this ISiloBuilder silo, ClusterSettings cluster)
    {
        silo.UseLocalhostClustering(
            cluster.SiloPort,
            cluster.GatewayPort,
            cluster.PrimarySiloPort is { } primary ? new IPEndPoint(IPAddress.Loopback, primary) : null,
            cluster.ServiceId,
            cluster.ClusterId);
        // Every subscription is implicit, so there is nothing to remember about subscribers.
        silo.AddMemoryStreams(Streams.Provider, streams => streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly));
    }

    private static void UseAzure(this ISiloBuilder silo, ClusterSettings cluster)
    {
        silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.ClusterId, cluster.ServiceId));
        if (cluster.AdvertisedAddress is { } address)
        {
            silo.ConfigureEndpoints(IPAddress.Parse(address), cluster.SiloPort, cluster.GatewayPort, listenOnAnyHostAddress: true);
        }
        else
        {
            silo.ConfigureEndpoints(cluster.SiloPort, cluster.GatewayPort, listenOnAnyHostAddress: true);
        }

        var added = false;
        AddAzureProviders(silo, cluster.Azure, ref added);
        if (!added)
        {
            throw AzureStorageSettings.ProvidersMissing();
        }
    }

    /// <summary>Only there where the packages are.</summary>
    static partial void AddAzureProviders(ISiloBuilder silo, AzureStorageSettings azure, ref bool added);
}
