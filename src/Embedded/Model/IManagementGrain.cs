namespace Orleans.Runtime;

/// <summary>What runs in this host; its key is 0.</summary>
public interface IManagementGrain : IGrainWithIntegerKey
{
    /// <returns>The number of activations of each grain class.</returns>
    Task<SimpleGrainStatistic[]> GetSimpleGrainStatistics();

    /// <returns>One row for each activation.</returns>
    /// <param name="types">Grain classes to look at; null for all.</param>
    /// <param name="hostsIds">Hosts to look at; here there is only one.</param>
    Task<DetailedGrainStatistic[]> GetDetailedGrainStatistics(string[]? types = null, SiloAddress[]? hostsIds = null);

    Task<int> GetTotalActivationCount();

    /// <summary>Ends the activations that are idle for at least <paramref name="ageLimit"/>; returns when they have ended.</summary>
    Task ForceActivationCollection(TimeSpan ageLimit);
}

/// <summary>The number of activations of a grain class.</summary>
[GenerateSerializer, Immutable]
public sealed class SimpleGrainStatistic
{
    /// <summary>The full name of the grain class, a comma and the name of its assembly.</summary>
    [Id(0)]
    public string GrainType { get; init; } = default!;

    [Id(2)]
    public int ActivationCount { get; init; }

    public override string ToString() => $"SimpleGrainStatistic: GrainType={GrainType} NumActivations={ActivationCount}";
}

/// <summary>An activation.</summary>
[GenerateSerializer, Immutable]
public sealed class DetailedGrainStatistic
{
    /// <summary>The full name of the grain class, a comma and the name of its assembly.</summary>
    [Id(0)]
    public string GrainType { get; init; } = default!;

    [Id(2)]
    public GrainId GrainId { get; init; }
}

/// <summary>A host among others. Here there is one, so there is nothing to tell.</summary>
[GenerateSerializer, Immutable]
public sealed class SiloAddress
{
    private SiloAddress()
    {
    }
}
