namespace MultiLine.Load.Running;

/// <summary>One process has everything.</summary>
internal sealed partial class ProductServers
{
    private static partial IEnumerable<ServerProcess> Servers(Uri address, IReadOnlyDictionary<string, string> settings, string logs) =>
        [new("Api", address, "/health/ready", settings, Path.Combine(logs, "product.log"))];
}
