using MultiLine.Embedded.Activations;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace MultiLine.Embedded.Management;

/// <summary>Looks into the catalog of the host.</summary>
[GrainType("sys.management"), StatelessWorker]
internal sealed class ManagementGrain(Catalog catalog) : Grain, IManagementGrain
{
    public Task<SimpleGrainStatistic[]> GetSimpleGrainStatistics() => Task.FromResult<SimpleGrainStatistic[]>(
    [
        .. Activations().GroupBy(activation => activation.Class.ClassName, StringComparer.Ordinal)
            .Select(group => new SimpleGrainStatistic { GrainType = group.Key, SiloAddress = SiloAddress.Zero, ActivationCount = group.Count() }),
    ]);

    public Task<DetailedGrainStatistic[]> GetDetailedGrainStatistics(string[]? types = null, SiloAddress[]? hostsIds = null) =>
        Task.FromResult<DetailedGrainStatistic[]>(
        [
            .. Activations().Select(activation => new DetailedGrainStatistic { GrainType = activation.Class.ClassName, GrainId = activation.GrainId })
                .Where(row => types is null || types.Contains(row.GrainType, StringComparer.Ordinal)),
        ]);

    public Task<Dictionary<SiloAddress, SiloStatus>> GetHosts(bool onlyActive = false) =>
        Task.FromResult<Dictionary<SiloAddress, SiloStatus>>(new() { [SiloAddress.Zero] = SiloStatus.Active });

    public Task<int> GetTotalActivationCount() => Task.FromResult(Activations().Count);

    public async Task ForceActivationCollection(TimeSpan ageLimit)
    {
        var idle = Activations().Where(activation => activation.DeactivateIfIdle(ageLimit, "Collection was forced.")).ToList();
        await Task.WhenAll(idle.Select(activation => activation.Deactivated));
    }

    private List<Activation> Activations()
    {
        var all = new List<Activation>();
        catalog.Visit(all.Add);
        return all;
    }
}
