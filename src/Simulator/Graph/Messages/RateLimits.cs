using MultiLine.Simulator.Businesses;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Graph.Messages;

/// <summary>Two limits: messages per second of a number, and messages of a number to one contact. Full again after a restart.</summary>
/// <remarks>
/// <see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput"/>,
/// <see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform"/>
/// </remarks>
internal sealed class RateLimits(NumberStates numbers, SimulatorOptions options, TimeProvider time)
{
    private readonly Lock turn = new();
    private readonly Dictionary<(string NumberId, int PerSecond), TokenBucket> throughput = [];
    private readonly Dictionary<(string NumberId, string Contact), TokenBucket> pairs = [];

    /// <summary>Counts one message; null if it may go.</summary>
    public GraphError? Take(BusinessNumber from, string contact)
    {
        lock (turn)
        {
            var now = time.GetUtcNow();
            var perSecond = numbers.Of(from.Id).ThroughputOf(from);
            if (!BucketOf(throughput, (from.Id, perSecond), perSecond, perSecond, now).TryTake(now))
                return GraphErrors.RateLimitHit;

            var pair = BucketOf(pairs, (from.Id, contact), options.PairRate.Burst, 1 / options.PairRate.Interval.TotalSeconds, now);
            return pair.TryTake(now) ? null : MessageErrors.PairRateLimitHit;
        }
    }

    private static TokenBucket BucketOf<TKey>(
        Dictionary<TKey, TokenBucket> buckets,
        TKey key,
        int size,
        double perSecond,
        DateTimeOffset now
    )
        where TKey : notnull
    {
        if (!buckets.TryGetValue(key, out var bucket))
            buckets[key] = bucket = new TokenBucket(size, perSecond, now);
        return bucket;
    }

    private sealed class TokenBucket(int size, double perSecond, DateTimeOffset start)
    {
        private double tokens = size;
        private DateTimeOffset filled = start;

        public bool TryTake(DateTimeOffset now)
        {
            tokens = Math.Min(size, tokens + ((now - filled).TotalSeconds * perSecond));
            filled = now;
            if (tokens < 1)
                return false;

            tokens--;
            return true;
        }
    }
}
