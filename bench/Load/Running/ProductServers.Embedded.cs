namespace MultiLine.Load.Running;

/// <summary>One process has everything.</summary>
internal sealed partial class ProductServers
{
    /// <summary>The call with which a conversation publishes, as a moment to be killed at.</summary>
    public const string Publishes = "IAsyncStream.OnNextAsync";

    private static partial IEnumerable<ServerProcess> Servers(Uri address, IReadOnlyDictionary<string, string> settings, string logs) =>
        [new("Api", address, "/health/ready", settings, Path.Combine(logs, "product.log"))];
}
