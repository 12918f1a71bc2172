namespace MultiLine.Cluster.Tests.Clusters;

/// <summary>A test that needs an Orleans cluster; elsewhere it is skipped, and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClusterFactAttribute : FactAttribute
{
    public ClusterFactAttribute() => Skip = Silos.MissingBecause;
}
