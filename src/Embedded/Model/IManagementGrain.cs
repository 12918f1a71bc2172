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

    /// <returns>The state of each host; here there is only one, and it is active.</returns>
    /// <param name="onlyActive">Without those that are not active.</param>
    Task<Dictionary<SiloAddress, SiloStatus>> GetHosts(bool onlyActive = false);

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

    /// <summary>The host that has them.</summary>
    [Id(1)]
    public SiloAddress SiloAddress { get; init; } = default!;

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

/// <summary>A host among others. Here there is one, which nobody calls from outside: it has no address of its own.</summary>
[GenerateSerializer, Immutable]
public sealed class SiloAddress
{
    private readonly string _text = "0.0.0.0:0@0";

    private SiloAddress()
    {
    }

    public static SiloAddress Zero { get; } = new();

    /// <returns><c>address:port@generation</c></returns>
    public string ToParsableString() => _text;

    public override string ToString() => ToParsableString();
}

/// <summary>How a host is.</summary>
public enum SiloStatus
{
    None = 0,
    Created = 1,
    Joining = 2,
    Active = 3,
    ShuttingDown = 4,
    Stopping = 5,
    Dead = 6,
}
