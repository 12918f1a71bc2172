using FsCheck.Fluent;
using MultiLine.Domain.Sending;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Values;

public sealed class TokenBucketTests
{
    private static readonly DateTimeOffset Now = Talk.Start;

    [Fact]
    public void A_full_bucket_gives_its_capacity_at_once_and_then_one_an_interval()
    {
        var bucket = new TokenBucket(3, TimeSpan.FromSeconds(6));
        for (var i = 0; i < 3; i++)
        {
            Assert.True(bucket.HasToken(Now));
            bucket = bucket.Take(Now);
        }

        Assert.False(bucket.HasToken(Now));
        Assert.Equal(Now.AddSeconds(6), bucket.NextAt(Now));
        Assert.True(bucket.HasToken(Now.AddSeconds(6)));
        Assert.False(bucket.Take(Now.AddSeconds(6)).HasToken(Now.AddSeconds(6)));
    }

    [Fact]
    public void An_empty_bucket_gives_one_after_an_interval_and_all_when_it_is_full()
    {
        var bucket = new TokenBucket(3, TimeSpan.FromSeconds(6)).Empty(Now);

        Assert.Equal(Now.AddSeconds(6), bucket.NextAt(Now));
        Assert.False(bucket.HasToken(Now.AddSeconds(6).AddTicks(-1)));
        Assert.True(bucket.IsFull(Now.AddSeconds(18)));
    }

    [Fact]
    public void Whatever_is_asked_when_never_more_goes_out_in_any_span_of_time_than_burst_and_rate_allow() => Property.Holds(
        ArbMap.Default.ArbFor<(byte Capacity, byte Interval, byte[] Waits)>(),
        values =>
        {
            var (capacity, interval) = (1 + (values.Capacity % 45), TimeSpan.FromMilliseconds(1 + values.Interval));
            var bucket = new TokenBucket(capacity, interval);
            List<DateTimeOffset> taken = [];
            var now = Now;
            foreach (var wait in values.Waits)
            {
                now += TimeSpan.FromMilliseconds(wait % 60);
                while (bucket.HasToken(now))
                {
                    bucket = bucket.Take(now);
                    taken.Add(now);
                }

                // Who comes when he was told to is not sent away again.
                Assert.True(bucket.NextAt(now) > now && bucket.HasToken(bucket.NextAt(now)));
            }

            for (var first = 0; first < taken.Count; first++)
            {
                for (var last = first + capacity; last < taken.Count; last++)
                {
                    Assert.True(
                        last - first + 1 <= capacity + ((taken[last] - taken[first]) / interval),
                        $"{last - first + 1} in {taken[last] - taken[first]} with {capacity} and one in {interval}");
                }
            }
        });

    [Fact]
    public void It_is_full_again_when_all_tokens_came_back_and_never_more_than_full()
    {
        var bucket = new TokenBucket(2, TimeSpan.FromSeconds(6)).Take(Now).Take(Now);

        Assert.False(bucket.IsFull(Now.AddSeconds(12).AddTicks(-1)));
        Assert.True(bucket.IsFull(Now.AddSeconds(12)));
        var later = Now.AddYears(1);
        Assert.False(bucket.Take(later).Take(later).HasToken(later));
    }
}
