namespace MultiLine.Cluster.Tests.Clusters;

/// <summary>The embedded host is one process and has no silos; no test that needs some gets here.</summary>
internal sealed partial class Silos
{
    public const string MissingBecause = "Needs an Orleans cluster, and this is built for the embedded host, which is one process.";

    public partial IReadOnlyList<int> GatewayPorts => throw None;

    public partial IServiceProvider Services => throw None;

    public partial Uri Address => throw None;

    public partial int Count => throw None;

    private static NotSupportedException None => new(MissingBecause);

    public static partial Task<Silos> StartAsync(int count, IReadOnlyList<string> settings, Silos? before) => throw None;

    public partial Task KillOneAsync(Random chance) => throw None;

    public partial Task StopOneAsync(Random chance) => throw None;

    public partial Task RestartAsync() => throw None;

    public partial Task KillAllAsync() => throw None;

    public partial ValueTask DisposeAsync() => throw None;
}
