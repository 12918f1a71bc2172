using MultiLine.Domain.Operations;
using MultiLine.Grains.Interfaces.Operations;

namespace MultiLine.Grains.Operations;

/// <summary>What the silos have told, put together. A silo that is gone stays in the history, as what it did was done.</summary>
internal sealed class GatheredFigures
{
    /// <summary>A silo that has not reported for this long is not counted on any more.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Told> _silos = new(StringComparer.Ordinal);

    /// <returns>False if the silo counted before this report, and that is not known.</returns>
    public bool Take(SiloFigures figures, DateTimeOffset now)
    {
        if (!_silos.TryGetValue(figures.Silo, out var told))
        {
            _silos[figures.Silo] = told = new Told();
        }

        // One of the same address that began anew has another past.
        told.IsKnown = figures.IsWhole || (told.IsKnown && told.Newest?.Since == figures.Since);
        (told.Newest, told.At) = (figures with { Intervals = [] }, now);
        foreach (var interval in figures.Intervals)
        {
            told.Intervals[interval.At] = interval;
        }

        Forget(now);
        return told.IsKnown;
    }

    /// <param name="from">Where the history begins; null for all of it.</param>
    /// <param name="now">Where it ends.</param>
    public FiguresReading Read(DateTimeOffset? from, DateTimeOffset now)
    {
        Forget(now);
        var reporting = _silos.Values.Where(silo => (now - silo.At).Duration() <= Silence).ToList();
        var intervals = _silos.Values.SelectMany(silo => silo.Intervals.Values).ToLookup(interval => interval.At);
        var minute = intervals.Where(at => at.Key > now - Minute - Intervals.Length).SelectMany(at => at).ToList();
        return new FiguresReading(
            reporting.Min(silo => (DateTimeOffset?)silo.Newest!.Since),
            Sum(reporting.Select(silo => silo.Newest!.Total)),
            LatencyOf(minute, interval => interval.Webhook),
            LatencyOf(minute, interval => interval.Sending),
            LatencyOf(minute, interval => interval.ProviderCall),
            Grid(from, now).Select(at => Read(at, [.. intervals[at]])).ToList(),
            Errors(reporting).ToList(),
            reporting.Select(silo => new ReportingSilo(silo.Newest!.Silo, silo.Newest.Since, silo.At, silo.Newest.Total))
                .OrderBy(silo => silo.Silo, StringComparer.Ordinal)
                .ToList());
    }

    private static IntervalReading Read(DateTimeOffset at, List<SiloInterval> silos) => new(
        at,
        Sum(silos.Select(silo => silo.Throughput)),
        LatencyOf(silos, silo => silo.Webhook),
        LatencyOf(silos, silo => silo.Sending),
        LatencyOf(silos, silo => silo.ProviderCall));

    /// <summary>The starts of the intervals of the history, those in which nothing happened among them.</summary>
    private static IEnumerable<DateTimeOffset> Grid(DateTimeOffset? from, DateTimeOffset now)
    {
        var last = Intervals.NumberOf(now);
        var oldest = last - Intervals.Count + 1;
        for (var number = from is { } start ? Math.Max(oldest, Intervals.NumberOf(start)) : oldest; number <= last; number++)
        {
            yield return Intervals.StartOf(number);
        }
    }

    private static IEnumerable<ProviderErrors> Errors(IEnumerable<Told> silos) => silos
        .SelectMany(silo => silo.Newest!.ProviderErrors)
        .GroupBy(error => (error.Channel, error.Kind, error.Code))
        .Select(same => same.First() with { Count = same.Sum(error => error.Count), LastAt = same.Max(error => error.LastAt) })
        .OrderByDescending(error => error.Count)
        .ThenByDescending(error => error.LastAt);

    private static Throughput Sum(IEnumerable<Throughput> parts) => parts.Aggregate(Throughputs.None, Throughputs.Plus);

    private static Latency LatencyOf(IEnumerable<SiloInterval> intervals, Func<SiloInterval, IReadOnlyList<int>> steps)
    {
        var all = Distribution.Sum(intervals.Select(steps));
        return new Latency(all.Count, Milliseconds(all, 0.5), Milliseconds(all, 0.95), Milliseconds(all, 0.99));
    }

    private static double? Milliseconds(Distribution all, double share) =>
        all.Percentile(share) is { } duration ? Math.Round(duration.TotalMilliseconds, 2) : null;

    private void Forget(DateTimeOffset now)
    {
        var oldest = Intervals.StartOf(now - Intervals.Kept);
        foreach (var (name, silo) in _silos)
        {
            while (silo.Intervals.Count > 0 && silo.Intervals.Keys[0] < oldest)
            {
                silo.Intervals.RemoveAt(0);
            }

            if (silo.Intervals.Count == 0 && now - silo.At > Silence)
            {
                _silos.Remove(name);
            }
        }
    }

    private sealed class Told
    {
        /// <summary>The last report without its intervals.</summary>
        public SiloFigures? Newest { get; set; }

        public DateTimeOffset At { get; set; }

        public bool IsKnown { get; set; }

        public SortedList<DateTimeOffset, SiloInterval> Intervals { get; } = [];
    }
}
