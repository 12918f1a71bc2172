using MultiLine.Domain.Operations;

namespace MultiLine.Domain.Tests.Operations;

public sealed class DistributionTests
{
    [Fact]
    public void Of_nothing_there_is_no_percentile()
    {
        Assert.Null(Distribution.Sum().Percentile(0.5));
        Assert.Equal(0, Distribution.Sum([0, 0]).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(1.001)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(250)]
    [InlineData(3_600_000)]
    public void A_duration_lies_within_the_bounds_of_its_step(double milliseconds)
    {
        var duration = TimeSpan.FromMilliseconds(milliseconds);
        var (above, upTo) = DurationScale.Bounds(DurationScale.StepOf(duration));

        Assert.InRange(duration, above, upTo);
        Assert.True(duration > above || above == TimeSpan.Zero);
    }

    [Fact]
    public void Steps_follow_each_other_without_gap_and_grow_by_less_than_half()
    {
        for (var step = 1; step < DurationScale.Steps - 1; step++)
        {
            var (above, upTo) = DurationScale.Bounds(step);
            Assert.Equal(DurationScale.Bounds(step - 1).UpTo, above);
            Assert.InRange(upTo / above, 1.41, 1.42);
        }
    }

    [Fact]
    public void What_took_longer_than_the_scale_counts_as_its_end()
    {
        var step = DurationScale.StepOf(TimeSpan.FromDays(3));
        Assert.Equal(DurationScale.Steps - 1, step);
        Assert.Equal(TimeSpan.FromMilliseconds(1 << 22), Of(TimeSpan.FromDays(3)).Percentile(1));
    }

    [Fact]
    public void A_percentile_is_found_within_its_step()
    {
        // Four up to 1 ms, four above 1 and up to 1.41 ms, two above 2.83 and up to 4 ms.
        var ten = Distribution.Sum([4, 4, 0, 0, 2]);

        Assert.Equal(10, ten.Count);
        Assert.Equal(TimeSpan.FromMilliseconds(0.25), ten.Percentile(0.01));
        Assert.Equal(TimeSpan.FromMilliseconds(1), ten.Percentile(0.4));
        Assert.Equal(1.103, ten.Percentile(0.5)!.Value.TotalMilliseconds, 0.001);
        Assert.Equal(TimeSpan.FromMilliseconds(4), ten.Percentile(0.99));
        Assert.Equal(TimeSpan.FromMilliseconds(4), ten.Percentile(1));
    }

    [Fact]
    public void Distributions_add_up_and_those_that_end_early_have_nothing_more()
    {
        var sum = Distribution.Sum([1], [0, 2], [], Enumerable.Repeat(1, DurationScale.Steps + 5).ToList());

        Assert.Equal(3 + DurationScale.Steps, sum.Count);
    }

    private static Distribution Of(params TimeSpan[] durations)
    {
        var counts = new int[DurationScale.Steps];
        foreach (var duration in durations)
        {
            counts[DurationScale.StepOf(duration)]++;
        }

        return Distribution.Sum(counts);
    }
}
