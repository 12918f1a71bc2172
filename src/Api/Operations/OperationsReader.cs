using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Operations;
using MultiLine.Grains.Interfaces.Webhooks;

namespace MultiLine.Api.Operations;

/// <summary>Reads each part by itself and waits for none longer than a page would: what hangs must not hide what it hangs on.</summary>
internal sealed class OperationsReader(IGrainFactory grains, TimeProvider time, ILogger<OperationsView> log)
{
    /// <summary>As long as the intervals in which silos count.</summary>
    private const int IntervalSeconds = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<OperationsView> Read(DateTimeOffset? historyFrom)
    {
        var backlog = grains.GetGrain<IBacklogGrain>(GrainKeys.SystemOrganization);
        var management = grains.GetGrain<IManagementGrain>(0);
        var figures = Part("figures", () => grains.GetGrain<IFiguresGrain>(GrainKeys.SystemOrganization).Read(historyFrom));
        var queue = Part("queue", backlog.ReadQueue);
        var followers = Part("followers", backlog.ReadFollowers);
        var activations = Part("grains", management.GetSimpleGrainStatistics);
        var hosts = Part("silos", () => management.GetHosts());
        var rawInbox = Part("raw_inbox", async () => new RawInboxCount(await grains.GetGrain<IRawInboxGrain>(GrainKeys.SystemOrganization).CountOpen()));
        var counted = await figures;
        return new OperationsView(
            time.GetUtcNow(),
            counted?.Since,
            IntervalSeconds,
            counted?.Total,
            counted is null ? null : new Latencies(counted.Webhook, counted.Sending, counted.ProviderCall),
            counted?.History,
            await queue,
            await followers,
            await activations is { } rows ? [.. Grains(rows)] : null,
            Silos(await hosts, await activations, counted?.Silos),
            counted?.ProviderErrors,
            await rawInbox,
            await followers is { } behind ? new DeadLetterCount(behind.Sum(follower => follower.DeadLetters)) : null);
    }

    private async Task<T?> Part<T>(string part, Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read().WaitAsync(Patience, time);
        }
        catch (Exception e)
        {
            log.PartNotRead(e, part);
            return null;
        }
    }

    private static IEnumerable<GrainCount> Grains(IEnumerable<SimpleGrainStatistic> rows) => rows
        .GroupBy(row => (Type: ClassName(row.GrainType), Silo: row.SiloAddress.ToParsableString()))
        .Select(same => new GrainCount(same.Key.Type, same.Key.Silo, same.Sum(row => row.ActivationCount)))
        .OrderByDescending(count => count.Activations)
        .ThenBy(count => count.Type, StringComparer.Ordinal)
        .ThenBy(count => count.Silo, StringComparer.Ordinal);

    /// <summary>Every silo that anybody knows of; those that are dead stay on the cluster's list for days, and are left out.</summary>
    private static IReadOnlyList<SiloView>? Silos(
        Dictionary<SiloAddress, SiloStatus>? hosts, SimpleGrainStatistic[]? activations, IReadOnlyList<ReportingSilo>? reporting)
    {
        if (hosts is null && reporting is null)
        {
            return null;
        }

        var status = (hosts ?? []).ToDictionary(host => host.Key.ToParsableString(), host => host.Value);
        var reports = (reporting ?? []).ToDictionary(silo => silo.Silo);
        var active = activations?.ToLookup(row => row.SiloAddress.ToParsableString(), row => row.ActivationCount);
        return
        [
            .. status.Keys.Union(reports.Keys).Where(silo => status.GetValueOrDefault(silo) != SiloStatus.Dead).Order(StringComparer.Ordinal)
                .Select(silo => new SiloView(
                    silo,
                    status.TryGetValue(silo, out var known) ? Http.Words.Of(known) : null,
                    reports.GetValueOrDefault(silo)?.Since,
                    reports.GetValueOrDefault(silo)?.ReportedAt,
                    active?[silo].Sum(),
                    reports.GetValueOrDefault(silo)?.Total)),
        ];
    }

    /// <summary><c>Some.Namespace.SomeGrain,Assembly</c> is called <c>SomeGrain</c>.</summary>
    private static string ClassName(string type)
    {
        var name = type.Split(',')[0];
        return name[(name.LastIndexOf('.') + 1)..];
    }
}
