using MultiLine.Cluster.Tests.Clusters;
using MultiLine.Load.Faults;
using Xunit.Abstractions;

namespace MultiLine.Cluster.Tests.Azure;

/// <summary>Members, grain states and reminders in Azure Tables, streams through Azure Queues; the servers find the silos there.</summary>
public sealed class AzureTests(ITestOutputHelper output)
{
    private const int Window = 20;

    [AzureFact]
    public async Task On_Azure_Storage_any_silo_may_die_under_load_and_nothing_is_lost_doubled_or_sent_twice()
    {
        using var azurite = await Azurite.StartAsync();
        await using var cluster = await TestedCluster.StartAsync(silos: 3, Settings(azurite));
        var plan = new FaultPlan(Kills: 1, Seed: Environment.TickCount);

        var report = await FaultDriver.RunAsync(cluster, plan, output.WriteLine);

        output.WriteLine($"seed {plan.Seed}: {report}");
        Assert.True(report.AcknowledgedInbound > 50, "Too little was received for the test to mean anything.");
        Assert.True(report.AcknowledgedOutbound > 20, "Too little was sent for the test to mean anything.");
        Assert.Equal(new FaultReport(report.AcknowledgedInbound, report.AcknowledgedOutbound, 0, 0, 0, 0, 0, 0, 0), report);
    }

    [AzureFact]
    public async Task On_Azure_Storage_reminders_outlive_all_silos_and_streams_go_on()
    {
        using var azurite = await Azurite.StartAsync();
        await using var cluster = await TestedCluster.StartAsync(
            silos: 2, [.. Settings(azurite), $"Conversation:SessionWindow=00:00:{Window}"], $"Simulator:WindowLength=00:00:{Window}");
        using var talk = await Talk.BeginAsync(cluster, "+12025550192");
        await talk.HearsAsync("Before");

        await cluster.RestartSilosAsync();

        await talk.UntilLoggedAsync("session_closed", closed => (string?)closed["by"] == "reminder");
        await talk.HearsAsync("After");
        await talk.SendsAsync("We answer after");
        Assert.Equal(["Before", "After"], await talk.TextsAsync("in"));
        await talk.UntilArchivedAsync();
    }

    private static string[] Settings(Azurite azurite) =>
    [
        "Cluster:Membership=AzureTables", $"Cluster:Azure:ConnectionString={azurite.ConnectionString}", "Cluster:AdvertisedAddress=127.0.0.1",
    ];
}
