using System.Reflection;
using MultiLine.Cluster.Tests.Clusters;

namespace MultiLine.Cluster.Tests.Azure;

/// <summary>A test that needs an Orleans cluster on Azure Storage; elsewhere it is skipped, and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzureFactAttribute : FactAttribute
{
    public AzureFactAttribute() => Skip = Silos.MissingBecause ?? ProvidersMissing ?? Azurite.MissingBecause;

    private static string? ProvidersMissing =>
        typeof(AzureFactAttribute).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Any(data => data is { Key: "AzureProviders", Value: "true" })
            ? null
            : "Needs the Azure providers of Orleans, whose packages can't be restored here.";
}
