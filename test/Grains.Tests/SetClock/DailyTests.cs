using System.Security.Cryptography;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Grains.Interfaces.Media;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Retention;
using MultiLine.Grains.Tests.Archive;
using MultiLine.Grains.Tests.Running;
using MultiLine.Storage.Ledger;
using MultiLine.Storage.Media;

namespace MultiLine.Grains.Tests.SetClock;

/// <summary>What is done from time to time, where the system's clock is set forward or back.</summary>
public sealed partial class DailyTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Days))]
    public async Task What_the_stream_never_told_is_recorded_within_two_minutes_whatever_the_clock_is_set_to(double days)
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await ArchiveTests.AssertHoldsTheLogs(product, talk);
        product.Clock.Set(TimeSpan.FromDays(days));
        var version = await talk.ChangesUntold();

        // The end of the session may follow it.
        await Happens(
            product, async () => await product.Service<ILedger>().PlaceAsync(GrainKeys.ArchiveShard(Firms.Northwind, 0), talk.Key) >= version, 2 * Minute);
    }

    [Theory]
    [InlineData(true)]
    public async Task The_archive_is_compared_each_day_though_the_clock_was_set_back(bool restarted)
    {
        await using var product = await Product.StartAsync();
        await product.OpenTalk();
        await product.Idle();
        await Reconciliation(product).Run();

        await Set(product, -3650, restarted);

        await Happens(product, async () => (await Reports(product)).Count == 2, 5 * Minute);
        await PassNearlyADay(product);
        Assert.Equal(2, (await Reports(product)).Count);
        await Happens(product, async () => (await Reports(product)).Count == 3, 90 * Minute);
        Assert.Equal(0, (await Reports(product))[0].Missing);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3650, false)]
    [InlineData(2, true)]
    public async Task Nothing_is_disposed_of_while_the_clock_is_ahead_for_less_than_an_hour(double days, bool restarted)
    {
        await using var product = await Product.StartAsync();
        var talk = await Recorded(product);
        await Retention(product).Start("cora");
        await Ended(product);

        await Set(product, days, restarted);
        await Pass(product, 50 * Minute);
        await Set(product, -days, restarted);
        await Pass(product, 70 * Minute);

        Assert.Single(await Runs(product));
        Assert.All(await talk.Messages(), message => Assert.False(message.NoLongerKept));
    }

    [Fact]
    public async Task A_clock_that_is_more_than_a_month_ahead_disposes_of_nothing_before_a_person_says_that_it_is_right()
    {
        await using var product = await Product.StartAsync();
        var talk = await Recorded(product);
        await Retention(product).Start("cora");
        await Ended(product);

        await Set(product, 60, restarted: true);
        await Pass(product, 120 * Minute);
        Assert.Single(await Runs(product));
        Assert.All(await talk.Messages(), message => Assert.False(message.NoLongerKept));
        Assert.Contains(product.Log.Warnings, line => line.Contains("If the clock is right, begin one", StringComparison.Ordinal));

        await Retention(product).Start("cora");
        await Ended(product);
        Assert.All(await talk.Messages(), message => Assert.True(message.NoLongerKept));
    }

    [Fact]
    public async Task After_a_stop_of_days_disposal_goes_on_by_itself()
    {
        await using var product = await Product.StartAsync();
        var talk = await Recorded(product);
        await Retention(product).Start("cora");
        await Ended(product);

        await Set(product, 20, restarted: true);

        await Happens(product, async () => (await talk.Messages()).All(message => message.NoLongerKept), 70 * Minute);
        Assert.Equal(2, (await Runs(product)).Count);
    }

    [Fact]
    public async Task A_file_is_kept_in_time_though_the_clock_was_set_back()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await talk.HearsFile(Picture, "image/jpeg");
        await product.Archive().CatchUp();
        var keeper = product.Grains.GetGrain<IMediaArchiveGrain>(GrainKeys.ArchiveShard(Firms.Northwind, 0));
        await keeper.CatchUp();
        Assert.False(await IsKept(product));

        product.Clock.Set(TimeSpan.FromDays(-3650));

        await Happens(
            product,
            async () =>
            {
                await keeper.CatchUp();
                return await IsKept(product);
            },
            2 * Minute);
    }

    /// <returns>A talk of an organisation that keeps for a day what is said; what was said is in the inbox.</returns>
    private static async Task<Talk> Recorded(Product product)
    {
        Assert.Null((await product.Grains.GetGrain<IOrganizationGrain>(Firms.Northwind).SetRecording(
            new RecordingChoice(Firms.Administrator, null, new RecordingTerms(Recorded: false, null, 1)))).Refusal);
        var talk = await product.OpenTalk();
        await product.Idle();
        await product.Threads();
        return talk;
    }

    private static async Task<bool> IsKept(Product product)
    {
        using var bytes = await product.Service<KeptMedia>().OpenAsync(Firms.Northwind, SHA256.HashData(Picture));
        return bytes is not null;
    }

    private static async Task Set(Product product, double days, bool restarted)
    {
        if (restarted)
        {
            await product.StopAsync();
        }

        product.Clock.Set(TimeSpan.FromDays(days));
        if (restarted)
        {
            await product.StartHostAsync();
        }
    }

    /// <summary>Nearly a day passes. While it is down: a running one would be reminded of everything in each of the minutes.</summary>
    private static async Task PassNearlyADay(Product product)
    {
        await product.StopAsync();
        product.Clock.Advance(TimeSpan.FromDays(1) - (30 * Minute));
        await product.StartHostAsync();
    }

    private static async Task Pass(Product product, TimeSpan time)
    {
        for (var left = time; left > TimeSpan.Zero; left -= Minute)
        {
            product.Clock.Advance(Minute);
            await product.Idle();
            // Called behind the tick of this minute, and so it answers after that.
            await Retention(product).Wake();
        }
    }

    /// <summary>Moves the clock on by steps until it has happened, for no longer than given.</summary>
    private static async Task Happens(Product product, Func<Task<bool>> condition, TimeSpan within)
    {
        var start = product.Clock.Right.GetUtcNow();
        await product.UntilInTime(
            async () =>
            {
                var happened = await condition();
                Assert.True(happened || product.Clock.Right.GetUtcNow() - start <= within, $"Not within {within}.");
                return happened;
            },
            within > 5 * Minute ? Minute : Minute / 6,
            "what was to happen");
    }

    private static Task Ended(Product product) => product.UntilInTime(
        async () => (await Runs(product)).All(run => run.EndedAt is not null), TimeSpan.FromSeconds(1), "end of the run");

    private static Task<IReadOnlyList<ReconciliationReport>> Reports(Product product) => Reconciliation(product).GetReports(long.MaxValue, 10);

    private static Task<IReadOnlyList<DisposalReport>> Runs(Product product) => Retention(product).GetRuns(null, 100);

    private static IReconciliationGrain Reconciliation(Product product) => product.Grains.GetGrain<IReconciliationGrain>(Firms.Northwind);

    private static IRetentionGrain Retention(Product product) => product.Grains.GetGrain<IRetentionGrain>(Firms.Northwind);
}
