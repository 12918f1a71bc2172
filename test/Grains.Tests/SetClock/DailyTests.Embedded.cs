using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.SetClock;

public sealed partial class DailyTests
{
    public static TheoryData<double> Days => [-1, -3650, 1];

    [Fact]
    public async Task Where_the_clock_was_set_back_disposal_runs_once_a_day_all_the_same_and_the_newest_run_comes_first()
    {
        await using var product = await Product.StartAsync();
        await Recorded(product);
        product.Clock.Set(TimeSpan.FromDays(3650));
        var ahead = await Retention(product).Start("cora");
        await Ended(product);

        product.Clock.Set(TimeSpan.FromDays(-3650));

        await Happens(product, async () => (await Runs(product)).Count == 2, 70 * Minute);
        await PassNearlyADay(product);
        Assert.Equal(2, (await Runs(product)).Count);
        await Happens(product, async () => (await Runs(product)).Count == 3, 90 * Minute);
        var runs = await Runs(product);
        Assert.Equal(ahead.Id, runs[^1].Id);
        Assert.True(runs[0].StartedAt > runs[1].StartedAt);
    }
}
