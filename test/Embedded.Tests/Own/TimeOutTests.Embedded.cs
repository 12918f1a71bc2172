using MultiLine.Embedded.Tests.Calls;
using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Own;

/// <summary>Orleans counts time-outs by the clock on the wall.</summary>
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
}
