using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Reminders;

public sealed class ReminderTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_reminder_ticks_when_due_and_then_by_its_period()
    {
        await using var host = await ActorHostFixture.StartAsync();
        await host.Grains.GetGrain<IReminded>("a").Remind("tick", 5 * s_minute, 2 * s_minute);

        host.Clock.Advance(4 * s_minute);
        Assert.Empty(host.Stage.Lines);
        await AdvanceUntil(host, s_minute, "tick 12:05");
        await AdvanceUntil(host, 2 * s_minute, "tick 12:07");
        await AdvanceUntil(host, 2 * s_minute, "tick 12:09");

        Assert.Equal(3, host.Stage.Lines.Count);
    }

    [Fact]
    public async Task A_period_under_one_minute_is_refused()
    {
        await using var host = await ActorHostFixture.StartAsync();

        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => host.Grains.GetGrain<IReminded>("a").Remind("fast", s_minute, TimeSpan.FromSeconds(59)));
        Assert.Contains("fast", error.Message, StringComparison.Ordinal);
        Assert.Empty(await host.Grains.GetGrain<IReminded>("a").Names());
    }

    [Fact]
    public async Task A_reminder_outlives_the_host()
    {
        await using var host = await ActorHostFixture.StartAsync();
        await host.Grains.GetGrain<IReminded>("a").Remind("tick", 5 * s_minute, 2 * s_minute);

        await host.KillAndRestartAsync();

        Assert.Equal(["tick"], await host.Grains.GetGrain<IReminded>("a").Names());
        host.Clock.Advance(4 * s_minute);
        Assert.Empty(host.Stage.Lines);
        await AdvanceUntil(host, s_minute, "tick 12:05");
    }

    [Fact]
    public async Task A_tick_missed_while_the_host_was_down_comes_within_a_period_after_its_start()
    {
        await using var host = await ActorHostFixture.StartAsync();
        await host.Grains.GetGrain<IReminded>("a").Remind("tick", 5 * s_minute, 2 * s_minute);
        await host.StopAsync();
        host.Clock.Advance(TimeSpan.FromHours(3));

        await host.RestartAsync();

        await host.LetTimePassUntil(_ => true, s_minute / 4, atMost: 2 * s_minute);
    }

    [Fact]
    public async Task An_unregistered_reminder_does_not_tick()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<IReminded>("a");
        await grain.Remind("gone", 5 * s_minute, s_minute);
        await grain.Remind("stays", 5 * s_minute, s_minute);
        await grain.Forget("gone");

        await AdvanceUntil(host, 5 * s_minute, "stays 12:05");
        await AdvanceUntil(host, s_minute, "stays 12:06");

        Assert.Equal(["stays"], await grain.Names());
        Assert.Equal(2, host.Stage.Lines.Count);
    }

    [Fact]
    public async Task A_reminder_may_unregister_itself_in_its_tick()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<IReminded>("a");
        await grain.Remind("once", s_minute, s_minute);
        await grain.Remind("other", s_minute, s_minute);

        await AdvanceUntil(host, s_minute, "once 12:01");
        await host.Stage.Heard("other 12:01");
        await AdvanceUntil(host, s_minute, "other 12:02");

        Assert.Equal(["other"], await grain.Names());
        Assert.DoesNotContain("once 12:02", host.Stage.Lines);
    }

    [Fact]
    public async Task Registering_again_replaces_the_old_times()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<IReminded>("a");
        await grain.Remind("tick", 5 * s_minute, s_minute);
        await grain.Remind("tick", 10 * s_minute, s_minute);

        host.Clock.Advance(9 * s_minute);
        await grain.Names();
        Assert.Empty(host.Stage.Lines);
        await AdvanceUntil(host, s_minute, "tick 12:10");
    }

    [Fact]
    public async Task A_reminder_armed_anew_in_its_tick_comes_at_its_new_time_only()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<IReminded>("a");
        await grain.Remind("later", s_minute, s_minute);

        await AdvanceUntil(host, s_minute, "later 12:01");
        await grain.Names();
        host.Clock.Advance(59 * s_minute);
        await grain.Names();
        Assert.Single(host.Stage.Lines);
        await host.LetTimePassUntil(line => line.StartsWith("later 13:0", StringComparison.Ordinal), s_minute, atMost: 5 * s_minute);
    }

    [Fact]
    public async Task A_failing_tick_does_not_end_the_reminder()
    {
        await using var host = await ActorHostFixture.StartAsync();
        await host.Grains.GetGrain<IReminded>("a").Remind("fails", s_minute, s_minute);

        await AdvanceUntil(host, s_minute, "fails 12:01");
        await AdvanceUntil(host, s_minute, "fails 12:02");
    }

    [Fact]
    public async Task A_reminder_read_before_a_change_can_not_unregister_it()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<IReminded>("a");
        await grain.Remind("tick", s_minute, s_minute);

        Assert.False(await grain.ForgetWhatChanged("tick"));
        Assert.Equal(["tick"], await grain.Names());
    }

    [Fact]
    public async Task Unregistering_twice_is_as_good_as_once()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<IReminded>("a");
        await grain.Remind("tick", s_minute, s_minute);

        await grain.ForgetTwice("tick");

        Assert.Empty(await grain.Names());
    }

    /// <summary>Moves the clock on, and a little more if the host has not set the reminder yet when the clock moves.</summary>
    private static async Task AdvanceUntil(ActorHostFixture host, TimeSpan by, string line)
    {
        host.Clock.Advance(by);
        await host.LetTimePassUntil(said => said == line, TimeSpan.FromSeconds(1), atMost: TimeSpan.FromSeconds(50));
    }
}
