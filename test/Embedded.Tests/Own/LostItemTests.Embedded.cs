using MultiLine.Embedded.Tests.Host;
using MultiLine.Embedded.Tests.Streams;

namespace MultiLine.Embedded.Tests.Own;

/// <summary>
/// The streams of the embedded host live in memory: what is under way when the host ends is not offered again by the next one. The
/// product's grains don't depend on it; they find in what is stored what a stream has not told them.
/// </summary>
public sealed class LostItemTests
{
    [Fact]
    public async Task Items_under_way_at_a_kill_are_not_offered_again()
    {
        await using var host = await ActorHostFixture.StartAsync();
        await host.Grains.GetGrain<IPublisher>("p").Publish("news", "a", new News("bad", Refusals: 100), new News("behind"));
        await host.Stage.Heard("a refuses bad");
        var killed = host.DeadLetters;
        await host.KillAndRestartAsync();
        var offered = host.Stage.Count("a refuses bad");

        await AnHourPasses(host);
        await host.Grains.GetGrain<IPublisher>("p").Publish("news", "a", new News("after"));
        await host.Stage.Heard("a reads after");

        Assert.Equal(offered, host.Stage.Count("a refuses bad"));
        Assert.DoesNotContain("a reads behind", host.Stage.Lines);
        Assert.Equal((0, 0), (killed.Count, host.DeadLetters.Count));
    }

    [Fact]
    public async Task Stopping_lets_an_item_be_taken_that_is_being_read_and_drops_those_behind_it()
    {
        await using var host = await ActorHostFixture.StartAsync();
        await host.Grains.GetGrain<IPublisher>("p").Publish("news", "a", new News("read", Held: true), new News("behind"));
        await host.Stage.Heard("a begins read");

        var stopping = host.StopAsync();
        host.Stage.Give("read");
        await stopping;
        Assert.Equal(1, host.Stage.Count("a reads read"));

        await host.RestartAsync();
        await AnHourPasses(host);
        await host.Grains.GetGrain<IPublisher>("p").Publish("news", "a", new News("after"));
        await host.Stage.Heard("a reads after");

        Assert.Equal(1, host.Stage.Count("a reads read"));
        Assert.DoesNotContain("a reads behind", host.Stage.Lines);
    }

    [Fact]
    public async Task Stopping_does_not_wait_for_an_item_that_is_refused()
    {
        await using var host = await ActorHostFixture.StartAsync();
        await host.Grains.GetGrain<IPublisher>("p").Publish("news", "a", new News("bad", Refusals: 100));
        await host.Stage.Heard("a refuses bad");

        await host.RestartAsync();
        var offered = host.Stage.Count("a refuses bad");
        await AnHourPasses(host);
        await host.Grains.GetGrain<IPublisher>("p").Publish("news", "a", new News("after"));
        await host.Stage.Heard("a reads after");

        Assert.Equal(offered, host.Stage.Count("a refuses bad"));
    }

    /// <summary>Longer than all waits between attempts together.</summary>
    private static async Task AnHourPasses(ActorHostFixture host)
    {
        for (var minutes = 0; minutes < 60; minutes++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }
    }
}
