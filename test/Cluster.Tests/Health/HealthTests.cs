using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MultiLine.Cluster.Tests.Clusters;

namespace MultiLine.Cluster.Tests.Health;

/// <summary>What silos and servers tell whoever watches over them.</summary>
public sealed class HealthTests
{
    [ClusterFact]
    public async Task A_silo_is_ready_until_it_is_about_to_stop_and_lives_on_meanwhile()
    {
        await using var cluster = await TestedCluster.StartAsync(silos: 1, settings: []);
        Assert.Equal(HttpStatusCode.OK, await Ask(cluster.Silos.Address, "health/live"));
        Assert.Equal(HttpStatusCode.OK, await Ask(cluster.Silos.Address, "health/ready"));

        cluster.Silos.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Ask(cluster.Silos.Address, "health/ready"));
        Assert.Equal(HttpStatusCode.OK, await Ask(cluster.Silos.Address, "health/live"));
    }

    [ClusterFact]
    public async Task A_server_without_silos_lives_is_not_ready_and_finds_them_again()
    {
        await using var cluster = await TestedCluster.StartAsync(silos: 1, settings: []);
        var server = cluster.Servers[0];
        Assert.Equal(HttpStatusCode.OK, await Ask(server, "health/ready"));

        await cluster.Silos.KillAllAsync();
        Assert.Equal(HttpStatusCode.OK, await Ask(server, "health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Ask(server, "health/ready"));

        await cluster.StartSilosAgainAsync(count: 1);
        await Talk.UntilAsync("a server that is ready again", async () => await Ask(server, "health/ready") == HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> Ask(Uri server, string path)
    {
        using var client = new HttpClient { BaseAddress = server };
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }
}
