using System.Net;
using MultiLine.Api.Authorization;
using MultiLine.Api.Operations;
using MultiLine.Hosting.Cluster;
using MultiLine.Hosting.Telemetry;
using Orleans.Configuration;
using Orleans.Dashboard;
using Orleans.Serialization;

namespace MultiLine.Api;

public static partial class ApiHost
{
    /// <summary>How soon a silo that was away is asked again, and a new one is noticed.</summary>
    private static readonly TimeSpan LookForGateways = TimeSpan.FromSeconds(1);

    internal static bool HasDashboard => true;

    /// <summary>A client of the cluster; it waits for the first silo, and finds its way back to the cluster whatever becomes of single silos.</summary>
    private static partial void AddGrains(WebApplicationBuilder builder)
    {
        var cluster = ClusterSettings.Read(builder.Configuration);
        builder.Services.AddClusterSettings();
        builder.UseOrleansClient(client =>
        {
            client.Configure<ExceptionSerializationOptions>(options => options.SupportedNamespacePrefixes.Add(nameof(MultiLine)));
            client.AddDashboard(dashboard => dashboard.HideTrace = true);
            // By filters, which cost something even where nobody listens.
            if (builder.Configuration.HasTelemetry())
            {
                client.AddActivityPropagation();
            }

            client.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.ClusterId, cluster.ServiceId));
            client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = LookForGateways);
            client.UseConnectionRetryFilter<WaitForCluster>();
            if (cluster.Membership == Membership.AzureTables)
            {
                var added = false;
                AddAzureProviders(client, cluster.Azure, ref added);
                if (!added)
                {
                    throw AzureStorageSettings.ProvidersMissing();
                }
            }
            else
            {
                int[] ports = [.. cluster.GatewayPorts.DefaultIfEmpty(cluster.GatewayPort)];
                client.UseStaticClustering([.. ports.Select(port => new IPEndPoint(IPAddress.Loopback, port))]);
            }
        });
    }

    /// <summary>The pages of the Orleans dashboard; what they show, the silos collect.</summary>
    private static partial void MapDashboard(WebApplication app) =>
        app.MapOrleansDashboard(Dashboard.Path).Requires(Access.Operator).ExcludeFromDescription().AddEndpointFilter(Dashboard.Guard);

    /// <summary>Only there where the packages are.</summary>
    static partial void AddAzureProviders(IClientBuilder client, AzureStorageSettings azure, ref bool added);

    /// <summary>Asks again and again until there is a cluster, or nobody waits any more.</summary>
    private sealed class WaitForCluster(TimeProvider time) : IClientConnectionRetryFilter
    {
        public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
        {
            await Task.Delay(LookForGateways, time, cancellationToken);
            return true;
        }
    }
}
