using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Deadlocks;

public sealed class DeadlockTests
{
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(100);

    [Theory]
    [InlineData("b")]
    [InlineData("a")]
    public async Task Grains_that_wait_for_each_other_are_freed_by_a_time_out_that_names_the_call(string other)
    {
        await using var host = await ActorHostFixture.StartAsync(new() { ResponseTimeout = TimeSpan.FromSeconds(1) });
        var grain = host.Grains.GetGrain<IKnot>("a");
        var call = grain.Tie(host.Grains.GetGrain<IKnot>(other));

        await host.LetTimePassUntilEnded(call, atMost: TimeSpan.FromSeconds(30));

        var error = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Contains("test.knot/a", error.Message, StringComparison.Ordinal);
        Assert.Contains("Tie", error.Message, StringComparison.Ordinal);
        await host.LetTimePassUntil(line => line == "a is free", s_moment, atMost: TimeSpan.FromSeconds(30));
        Assert.Equal("free", await grain.Answer());
    }

    [Fact]
    public async Task The_call_that_closed_the_circle_is_named_to_who_made_it()
    {
        await using var host = await ActorHostFixture.StartAsync(new() { ResponseTimeout = TimeSpan.FromSeconds(1) });
        var call = host.Grains.GetGrain<IKnot>("a").Tie(host.Grains.GetGrain<IKnot>("b"));

        await host.LetTimePassUntil(
            line => line.Contains("test.knot/a", StringComparison.Ordinal) && line.Contains("Answer", StringComparison.Ordinal),
            s_moment,
            atMost: TimeSpan.FromSeconds(30));

        await Assert.ThrowsAsync<TimeoutException>(() => call);
    }
}
