using MultiLine.Embedded.Tests.Calls;
using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Own;

/// <summary>Orleans counts time-outs by the clock on the wall, and a cancellation may come after the turn has begun.</summary>
public sealed class TimeOutTests
{
    [Fact]
    public async Task A_call_has_thirty_seconds_and_not_much_more()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var call = host.Grains.GetGrain<ICalls>("slow").Wait("slow", CancellationToken.None);
        await host.Stage.Heard("slow begins");

        host.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(call.IsCompleted);
        host.Clock.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<TimeoutException>(() => call);
    }

    [Fact]
    public async Task A_call_cancelled_before_its_turn_is_not_carried_out()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ICalls>("cancelled");
        using var cancellation = new CancellationTokenSource();
        var first = grain.Wait("first", CancellationToken.None);
        await host.Stage.Heard("first begins");
        var second = grain.Wait("second", cancellation.Token);

        await cancellation.CancelAsync();
        host.Stage.Give("first");
        await first;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal("next", await grain.Echo("next"));
        Assert.DoesNotContain("second begins", host.Stage.Lines);
    }
}
