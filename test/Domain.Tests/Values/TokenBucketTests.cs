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
    public void It_is_full_again_when_all_tokens_came_back_and_never_more_than_full()
    {
        var bucket = new TokenBucket(2, TimeSpan.FromSeconds(6)).Take(Now).Take(Now);

        Assert.False(bucket.IsFull(Now.AddSeconds(12).AddTicks(-1)));
        Assert.True(bucket.IsFull(Now.AddSeconds(12)));
        var later = Now.AddYears(1);
        Assert.False(bucket.Take(later).Take(later).HasToken(later));
    }
}
