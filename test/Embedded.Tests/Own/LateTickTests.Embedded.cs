using MultiLine.Embedded.Tests.Host;
using MultiLine.Embedded.Tests.Reminders;

namespace MultiLine.Embedded.Tests.Own;

public sealed class LateTickTests
{
    [Fact]
    public async Task A_tick_missed_while_the_host_was_down_comes_at_its_start_and_then_by_its_period()
    {
        await using var host = await ActorHostFixture.StartAsync();
        await host.Grains.GetGrain<IReminded>("a").Remind("tick", TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(2));
        await host.KillAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(8));

        await host.KillAndRestartAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.Stage.Heard("tick 12:08");
        host.Clock.Advance(TimeSpan.FromSeconds(59));
        await host.Stage.Heard("tick 12:09");
    }
}
