namespace MultiLine.Cluster.Tests.Clusters;

/// <summary>The silos of one cluster in this process, each composed as the program that is deployed.</summary>
internal sealed partial class Silos : IAsyncDisposable
{
    /// <summary>Where clients find them.</summary>
    public partial IReadOnlyList<int> GatewayPorts { get; }

    /// <summary>The services of the first silo.</summary>
    public partial IServiceProvider Services { get; }

    /// <summary>Where the first silo tells how it is.</summary>
    public partial Uri Address { get; }

    /// <summary>How many are up.</summary>
    public partial int Count { get; }

    /// <param name="count">How many silos.</param>
    /// <param name="settings">The command line of each.</param>
    /// <param name="before">The cluster that was there before, on whose ports this one starts.</param>
    public static partial Task<Silos> StartAsync(int count, IReadOnlyList<string> settings, Silos? before = null);

    /// <summary>Drops one of them, as if its process had died; where the first one lists the members, never that.</summary>
    public partial Task KillOneAsync(Random chance);

    /// <summary>Stops one of them orderly, again never the first one that lists the members.</summary>
    public partial Task StopOneAsync(Random chance);

    /// <summary>Starts again what is down, and waits until all know each other.</summary>
    public partial Task RestartAsync();

    /// <summary>Drops all of them.</summary>
    public partial Task KillAllAsync();

    public partial ValueTask DisposeAsync();
}
