using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Archive;

public sealed class ReconciliationTests
{
    [Fact]
    public async Task A_complete_archive_is_reported_complete()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.Idle();
        product.Clock.Advance(TimeSpan.FromSeconds(1));

        var report = await Reconciliation(product).Run();

        var events = (await talk.Log()).Count;
        Assert.Equal((events, events, 0, 0, 0), (report.Events, report.Archived, report.Missing, report.Doubled, report.Healed));
        Assert.Equal(events, Assert.Single(report.Days).Archived);
        Assert.Equal(report.Number, Assert.Single(await Reconciliation(product).GetReports(long.MaxValue, 10)).Number);
    }

    [Fact]
    public async Task A_gap_that_no_mark_tells_of_is_reported_and_heals_itself()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await ArchiveTests.AssertHoldsTheLogs(product, talk);
        await talk.ChangesUntold();
        await talk.ChangesUntold();
        await product.Alter("DELETE FROM follower_mark WHERE conversation = ?1 AND follower LIKE 'archive/%'", talk.Key);
        product.Clock.Advance(TimeSpan.FromSeconds(1));

        var report = await Reconciliation(product).Run();
        var again = await Reconciliation(product).Run();

        Assert.Equal((2, 2), (report.Missing, report.Healed));
        Assert.Equal((0, 0, report.Events), (again.Missing, again.Healed, again.Archived));
        await ArchiveTests.AssertHoldsTheLogs(product, talk);
    }

    [Fact]
    public async Task The_archive_is_compared_each_day_without_being_asked_for()
    {
        await using var product = await Product.StartAsync();
        await product.OpenTalk();
        await product.Idle();

        await product.UntilInTime(
            async () => (await Reconciliation(product).GetReports(long.MaxValue, 10)).Count == 2, TimeSpan.FromMinutes(30), "the second report");

        var reports = await Reconciliation(product).GetReports(long.MaxValue, 10);
        Assert.InRange(reports[0].StartedAt - reports[1].StartedAt, TimeSpan.FromDays(1), TimeSpan.FromDays(1.5));
    }

    private static IReconciliationGrain Reconciliation(Product product) => product.Grains.GetGrain<IReconciliationGrain>(Firms.Northwind);
}
