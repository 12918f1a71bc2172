using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Timers;

public sealed class TimerTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_timer_ticks_when_due_and_then_by_its_period()
    {
        await using var host = await ActorHostFixture.StartAsync();
        host.Stage.Give("go");
        var grain = host.Grains.GetGrain<ITimers>("a");
        await grain.Start("t", 5 * s_second, 2 * s_second, interleave: false, keepAlive: false);

        host.Clock.Advance(4 * s_second);
        await AfterTicks(grain, host);
        Assert.Empty(Ticks(host));
        host.Clock.Advance(s_second);
        await AfterTicks(grain, host);
        host.Clock.Advance(2 * s_second);
        await AfterTicks(grain, host);

        Assert.Equal(["t ticks", "t has ticked", "t ticks", "t has ticked"], Ticks(host));
    }

    [Fact]
    public async Task A_tick_waits_for_the_call_under_way()
    {
        await using var host = await ActorHostFixture.StartAsync();
        host.Stage.Give("go");
        var grain = host.Grains.GetGrain<ITimers>("a");
        await grain.Start("t", s_second, s_second, interleave: false, keepAlive: false);
        var work = grain.Work("work");
        await host.Stage.Heard("work begins");

        host.Clock.Advance(s_second);
        host.Stage.Give("work");
        await work;
        await host.Stage.Heard("t has ticked");

        Assert.Equal(["work begins", "work ends", "t ticks", "t has ticked"], host.Stage.Lines);
    }

    [Fact]
    public async Task An_interleaving_tick_comes_while_a_call_awaits()
    {
        await using var host = await ActorHostFixture.StartAsync();
        host.Stage.Give("go");
        var grain = host.Grains.GetGrain<ITimers>("a");
        await grain.Start("t", s_second, s_second, interleave: true, keepAlive: false);
        var work = grain.Work("work");
        await host.Stage.Heard("work begins");

        host.Clock.Advance(s_second);
        await host.Stage.Heard("t has ticked");

        Assert.DoesNotContain("work ends", host.Stage.Lines);
        host.Stage.Give("work");
        await work;
    }

    [Fact]
    public async Task Ticks_of_one_timer_never_overlap()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ITimers>("a");
        await grain.Start("t", s_second, s_second, interleave: true, keepAlive: false);
        host.Clock.Advance(s_second);
        await host.Stage.Heard("t ticks");

        host.Clock.Advance(10 * s_second);
        await AfterTicks(grain, host);

        Assert.Equal(["t ticks"], Ticks(host));
    }

    [Fact]
    public async Task A_failing_tick_does_not_end_the_timer()
    {
        await using var host = await ActorHostFixture.StartAsync();
        host.Stage.Give("go");
        var grain = host.Grains.GetGrain<ITimers>("a");
        await grain.Start("fails", s_second, s_second, interleave: false, keepAlive: false);

        host.Clock.Advance(s_second);
        await AfterTicks(grain, host);
        host.Clock.Advance(s_second);
        await AfterTicks(grain, host);

        Assert.Equal(["fails ticks", "fails has ticked", "fails ticks", "fails has ticked"], Ticks(host));
    }

    [Fact]
    public async Task A_disposed_timer_does_not_tick()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ITimers>("a");
        await grain.Start("t", s_second, s_second, interleave: false, keepAlive: false);
        await grain.Stop();

        host.Clock.Advance(10 * s_second);
        await AfterTicks(grain, host);

        Assert.Empty(Ticks(host));
    }

    [Fact]
    public async Task A_changed_timer_ticks_at_its_new_time()
    {
        await using var host = await ActorHostFixture.StartAsync();
        host.Stage.Give("go");
        var grain = host.Grains.GetGrain<ITimers>("a");
        await grain.Start("t", s_second, s_second, interleave: false, keepAlive: false);
        await grain.Change(10 * s_second, s_second);

        host.Clock.Advance(9 * s_second);
        await AfterTicks(grain, host);
        Assert.Empty(Ticks(host));
        host.Clock.Advance(s_second);
        await AfterTicks(grain, host);

        Assert.Equal(["t ticks", "t has ticked"], Ticks(host));
    }

    [Fact]
    public async Task A_timer_ends_with_its_activation()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ITimers>("a");
        await grain.Start("t", s_second, s_second, interleave: false, keepAlive: false);
        await grain.End();
        await host.Stage.Heard("a is deactivated");

        host.Clock.Advance(10 * s_second);
        await AfterTicks(grain, host);

        Assert.Empty(Ticks(host));
    }

    [Fact]
    public async Task Ticks_keep_a_grain_active_only_if_told_so()
    {
        var moment = s_second / 10;
        await using var host = await ActorHostFixture.StartAsync();
        host.Stage.Give("go");
        await host.Grains.GetGrain<ITimers>("kept").Start("kept", moment, moment, interleave: false, keepAlive: true);
        await host.Grains.GetGrain<ITimers>("left").Start("left", moment, moment, interleave: false, keepAlive: false);
        var management = host.Grains.GetGrain<IManagementGrain>(0);

        for (var ticks = 1; !host.Stage.Lines.Contains("left is deactivated"); ticks++)
        {
            Assert.True(ticks < 500, "Ticks keep a grain active that were not to.");
            await host.LetTimePassUntil(_ => host.Stage.Count("kept has ticked") >= ticks, moment, atMost: s_second * 30);
            await management.ForceActivationCollection(3 * s_second);
        }

        Assert.DoesNotContain("kept is deactivated", host.Stage.Lines);
    }

    private static IEnumerable<string> Ticks(ActorHostFixture host) => host.Stage.Lines.Where(line => line.Contains("tick", StringComparison.Ordinal));

    /// <summary>A call of the grain that begins after the ticks that are due, so they have been said.</summary>
    private static async Task AfterTicks(ITimers grain, ActorHostFixture host)
    {
        host.Stage.Give("after");
        await grain.Work("after");
    }
}
