namespace MultiLine.Domain.Operations;

/// <summary>How often something took how long, by the steps of <see cref="DurationScale"/>. Can be added up, which percentiles can't.</summary>
public sealed class Distribution
{
    private readonly long[] _counts = new long[DurationScale.Steps];

    private Distribution() { }

    /// <summary>How many durations it counts.</summary>
    public long Count { get; private set; }

    /// <param name="counts">By step; steps that are missing at the end have none.</param>
    public static Distribution Sum(params IEnumerable<IReadOnlyList<int>> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var sum = new Distribution();
        foreach (var part in counts)
        {
            for (var step = 0; step < Math.Min(part.Count, DurationScale.Steps); step++)
            {
                sum._counts[step] += part[step];
                sum.Count += part[step];
            }
        }

        return sum;
    }

    /// <summary>The duration that this share of all did not exceed, as if they were spread evenly within their step; null where there are none.</summary>
    /// <param name="share">Above 0 and at most 1: 0.95 is the 95th percentile.</param>
    public TimeSpan? Percentile(double share)
    {
        if (Count == 0)
        {
            return null;
        }

        var rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        var (step, below) = (0, 0L);
        while (below + _counts[step] < rank)
        {
            below += _counts[step++];
        }

        var (from, to) = DurationScale.Bounds(step);
        return from + (to - from) * ((double)(rank - below) / _counts[step]);
    }
}
