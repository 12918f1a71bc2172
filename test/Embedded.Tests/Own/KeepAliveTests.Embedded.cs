using MultiLine.Embedded.Tests.Host;
using MultiLine.Embedded.Tests.Timers;

namespace MultiLine.Embedded.Tests.Own;

/// <summary>Orleans collects by the clock on the wall.</summary>
public sealed class KeepAliveTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tick_counts_as_use_to_the_second_only_if_told_so(bool keepAlive)
    {
        await using var host = await ActorHostFixture.StartAsync(new() { CollectionAge = TimeSpan.FromSeconds(30) });
        host.Stage.Give("go");
        var grain = host.Grains.GetGrain<ITimers>("a");
        await grain.Start("t", 20 * s_second, Timeout.InfiniteTimeSpan, interleave: false, keepAlive);
        host.Clock.Advance(20 * s_second);
        await host.Stage.Heard("t has ticked");

        // 30 seconds after the start, or 30 seconds after the tick.
        if (keepAlive)
        {
            host.Clock.Advance(29 * s_second);
            Assert.False(await host.Stage.HearsSoon(line => line == "a is deactivated"));
        }
        else
        {
            await host.LetTimePassUntil(line => line == "a is deactivated", s_second, atMost: 29 * s_second);
        }
    }
}
