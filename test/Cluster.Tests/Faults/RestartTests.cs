using MultiLine.Cluster.Tests.Clusters;

namespace MultiLine.Cluster.Tests.Faults;

/// <summary>All silos die at once and come back; the servers stay and find them again.</summary>
public sealed class RestartTests
{
    private const int Window = 20;

    [ClusterFact]
    public async Task After_all_silos_died_reminders_come_streams_go_on_and_nothing_is_lost()
    {
        await using var cluster = await TestedCluster.StartAsync(
            silos: 3, [$"Conversation:SessionWindow=00:00:{Window}"], $"Simulator:WindowLength=00:00:{Window}");
        using var talk = await Talk.BeginAsync(cluster, "+12025550190");
        await talk.HearsAsync("Before");
        await talk.SendsAsync("We answer before");

        await cluster.RestartSilosAsync();

        // The session was opened before, and its reminder was set then.
        await talk.UntilLoggedAsync("session_closed", closed => (string?)closed["by"] == "reminder");
        await talk.HearsAsync("After");
        await talk.SendsAsync("We answer after");
        Assert.Equal(["Before", "After"], await talk.TextsAsync("in"));
        Assert.Equal(["We answer before", "We answer after"], await talk.TextsAsync("out"));
        Assert.Equal(["We answer before", "We answer after"], await talk.OnPhoneAsync());
        await talk.UntilArchivedAsync();
    }
}
