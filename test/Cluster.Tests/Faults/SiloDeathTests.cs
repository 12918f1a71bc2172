using MultiLine.Cluster.Tests.Clusters;
using MultiLine.Load.Faults;
using Xunit.Abstractions;

namespace MultiLine.Cluster.Tests.Faults;

/// <summary>Three silos under load, of which one dies or is stopped and comes back, again and again.</summary>
public sealed class SiloDeathTests(ITestOutputHelper output)
{
    [ClusterFact]
    public async Task Silos_that_die_under_load_lose_nothing_double_nothing_and_send_nothing_twice()
    {
        await using var cluster = await TestedCluster.StartAsync(silos: 3, settings: []);
        var plan = new FaultPlan(Kills: 2, Seed: Environment.TickCount) { BetweenKills = TimeSpan.FromSeconds(3) };

        var report = await FaultDriver.RunAsync(cluster, plan, output.WriteLine);

        output.WriteLine($"seed {plan.Seed}: {report}");
        Assert.True(report.AcknowledgedInbound > 50, "Too little was received for the test to mean anything.");
        Assert.True(report.AcknowledgedOutbound > 20, "Too little was sent for the test to mean anything.");
        Assert.Equal(new FaultReport(report.AcknowledgedInbound, report.AcknowledgedOutbound, 0, 0, 0, 0, 0, 0, 0), report);
    }
}
