using FsCheck.Fluent;
using MultiLine.Domain.Sending;

namespace MultiLine.Domain.Tests.Values;

public sealed class TokenBucketTests
{
    private static readonly TimeSpan Now = TimeSpan.FromHours(9);

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
        Assert.Equal(Seconds(6), bucket.NextAt(Now));
        Assert.True(bucket.HasToken(Seconds(6)));
        Assert.False(bucket.Take(Seconds(6)).HasToken(Seconds(6)));
    }

    [Fact]
    public void An_empty_bucket_gives_one_after_an_interval_and_all_when_it_is_full()
    {
        var bucket = new TokenBucket(3, TimeSpan.FromSeconds(6)).Empty(Now);

        Assert.Equal(Seconds(6), bucket.NextAt(Now));
        Assert.False(bucket.HasToken(Seconds(6) - TimeSpan.FromTicks(1)));
        Assert.True(bucket.IsFull(Seconds(18)));
    }

    [Fact]
    public void Whatever_is_asked_when_never_more_goes_out_in_any_span_of_time_than_burst_and_rate_allow() => Property.Holds(
        ArbMap.Default.ArbFor<(byte Capacity, byte Interval, byte[] Waits)>(),
        values =>
        {
            var (capacity, interval) = (1 + (values.Capacity % 45), TimeSpan.FromMilliseconds(1 + values.Interval));
            var bucket = new TokenBucket(capacity, interval);
            List<TimeSpan> taken = [];
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
    public void How_many_it_would_give_is_known()
    {
        var bucket = new TokenBucket(3, TimeSpan.FromSeconds(6));
        Assert.Equal(3, bucket.Tokens(Now));

        bucket = bucket.Take(Now).Take(Now);
        Assert.Equal(1, bucket.Tokens(Now));
        bucket = bucket.Take(Now);
        Assert.Equal(0, bucket.Tokens(Seconds(6) - TimeSpan.FromTicks(1)));
        Assert.Equal(1, bucket.Tokens(Seconds(6)));
        Assert.Equal(1, bucket.Tokens(Seconds(12) - TimeSpan.FromTicks(1)));
        Assert.Equal(2, bucket.Tokens(Seconds(12)));
        Assert.Equal(3, bucket.Tokens(Seconds(600)));
    }

    [Fact]
    public void It_is_full_again_when_all_tokens_came_back_and_never_more_than_full()
    {
        var bucket = new TokenBucket(2, TimeSpan.FromSeconds(6)).Take(Now).Take(Now);

        Assert.False(bucket.IsFull(Seconds(12) - TimeSpan.FromTicks(1)));
        Assert.True(bucket.IsFull(Seconds(12)));
        var later = Now + TimeSpan.FromDays(365);
        Assert.False(bucket.Take(later).Take(later).HasToken(later));
    }

    /// <summary>So many after the beginning.</summary>
    private static TimeSpan Seconds(double seconds) => Now + TimeSpan.FromSeconds(seconds);
}
