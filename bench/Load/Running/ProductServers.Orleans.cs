namespace MultiLine.Load.Running;

/// <summary>A silo, and a server that calls it.</summary>
internal sealed partial class ProductServers
{
    /// <summary>The call with which a conversation publishes, as a moment to be killed at: streams in memory are grains, which are asked to enqueue.</summary>
    public const string Publishes = "IMemoryStreamQueueGrain.Enqueue";

    private static partial IEnumerable<ServerProcess> Servers(Uri address, IReadOnlyDictionary<string, string> settings, string logs) =>
    [
        new("Silo", Deployment.FreeAddress(), "/health/ready", settings, Path.Combine(logs, "silo.log")),
        new("Api", address, "/health/ready", settings, Path.Combine(logs, "product.log")),
    ];
}
