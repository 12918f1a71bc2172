using MultiLine.Embedded.Tests.Host;
using MultiLine.Embedded.Tests.Reminders;

namespace MultiLine.Embedded.Tests.Own;

/// <summary>The system's clock is set while the host runs.</summary>
public sealed class SetClockTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Ticks_come_when_they_would_have_come_though_the_clock_was_set_back()
    {
        await using var host = await ActorHostFixture.StartAsync();
        await host.Grains.GetGrain<IReminded>("a").Remind("tick", 5 * s_minute, 2 * s_minute);
        host.Clock.Advance(s_minute);

        host.Clock.Set(TimeSpan.FromHours(-3));

        host.Clock.Advance(3 * s_minute);
        Assert.Empty(host.Stage.Lines);
        host.Clock.Advance(s_minute);
        await host.Stage.Heard("tick 09:05");
        host.Clock.Advance(2 * s_minute);
        await host.Stage.Heard("tick 09:07");
        host.Clock.Advance(2 * s_minute);
        await host.Stage.Heard("tick 09:09");
        Assert.Equal(3, host.Stage.Lines.Count);
    }

    [Fact]
    public async Task A_reminder_that_is_set_after_the_clock_was_set_back_ticks_when_due_and_not_before()
    {
        await using var host = await ActorHostFixture.StartAsync();
        await host.Grains.GetGrain<IReminded>("a").Remind("old", 5 * s_minute, 60 * s_minute);
        host.Clock.Set(TimeSpan.FromHours(-3));

        await host.Grains.GetGrain<IReminded>("a").Remind("new", 10 * s_minute, 60 * s_minute);

        host.Clock.Advance(5 * s_minute);
        await host.Stage.Heard("old 09:05");
        host.Clock.Advance(5 * s_minute);
        await host.Stage.Heard("new 09:10");
        Assert.Equal(2, host.Stage.Lines.Count);
    }

    [Fact]
    public async Task Where_the_clock_was_set_forward_what_is_due_by_it_ticks_within_a_minute_and_then_by_its_period()
    {
        await using var host = await ActorHostFixture.StartAsync();
        await host.Grains.GetGrain<IReminded>("a").Remind("tick", 120 * s_minute, 2 * s_minute);

        host.Clock.Set(TimeSpan.FromHours(3));

        host.Clock.Advance(s_minute);
        await host.Stage.Heard("tick 15:01");
        host.Clock.Advance(s_minute);
        await host.Stage.Heard("tick 15:02");
        host.Clock.Advance(2 * s_minute);
        await host.Stage.Heard("tick 15:04");
        Assert.Equal(3, host.Stage.Lines.Count);
    }
}
