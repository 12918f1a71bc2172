using MultiLine.Domain.Operations;
using MultiLine.Grains.Interfaces.Operations;

namespace MultiLine.Grains.Operations;

/// <summary>
/// What this silo has counted since its start, with the last minutes in intervals. Counting allocates nothing and waits for nobody longer
/// than another count takes.
/// </summary>
public sealed class Figures(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly long[] _total = new long[Throughputs.Kinds];
    private readonly Interval[] _ring = [.. Enumerable.Range(0, Intervals.Count).Select(_ => new Interval())];
    private readonly RecentErrors _errors = new();

    /// <summary>When it began to count.</summary>
    public DateTimeOffset Since { get; } = time.GetUtcNow();

    public void Count(Happening what)
    {
        lock (_gate)
        {
            _total[(int)what]++;
            Current().Counts[(int)what]++;
        }
    }

    public void Took(Timed what, TimeSpan duration)
    {
        var step = DurationScale.StepOf(duration);
        lock (_gate)
        {
            Current().Durations[(int)what][step]++;
        }
    }

    /// <param name="channel">Of the provider.</param>
    /// <param name="kind">See <see cref="ProviderErrors.Kind"/>.</param>
    /// <param name="code">The provider's.</param>
    public void ProviderFailed(string channel, string kind, int? code)
    {
        lock (_gate)
        {
            _errors.Add((channel, kind, code), time.GetUtcNow());
        }
    }

    /// <param name="silo">What it is called in the cluster.</param>
    /// <param name="from">The first interval to tell of; null for all that are kept.</param>
    public SiloFigures Read(string silo, DateTimeOffset? from)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var (first, last) = (Intervals.NumberOf(from ?? now - Intervals.Kept), Intervals.NumberOf(now));
            return new SiloFigures(
                silo,
                Since,
                IsWhole: from is null,
                Throughputs.Of(_total),
                _ring.Where(interval => first <= interval.Number && interval.Number <= last)
                    .OrderBy(interval => interval.Number)
                    .Select(interval => interval.ToContract())
                    .ToList(),
                _errors.Read(now));
        }
    }

    private Interval Current()
    {
        var number = Intervals.NumberOf(time.GetUtcNow());
        var interval = _ring[number % _ring.Length];
        if (interval.Number != number)
        {
            interval.Begin(number);
        }

        return interval;
    }

    private sealed class Interval
    {
        public long Number { get; private set; } = -1;

        public long[] Counts { get; } = new long[Throughputs.Kinds];

        public int[][] Durations { get; } = [.. Enum.GetValues<Timed>().Select(_ => new int[DurationScale.Steps])];

        public void Begin(long number)
        {
            Number = number;
            Array.Clear(Counts);
            foreach (var durations in Durations)
            {
                Array.Clear(durations);
            }
        }

        public SiloInterval ToContract() => new(
            Intervals.StartOf(Number), Throughputs.Of(Counts), Steps(Timed.Webhook), Steps(Timed.Sending), Steps(Timed.ProviderCall));

        /// <summary>Without the empty ones at the end.</summary>
        private List<int> Steps(Timed what)
        {
            var steps = Durations[(int)what];
            return [.. steps[..(Array.FindLastIndex(steps, count => count > 0) + 1)]];
        }
    }
}
