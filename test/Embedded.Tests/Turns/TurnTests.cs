using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Turns;

public sealed class TurnTests
{
    [Fact]
    public async Task Calls_of_one_grain_run_one_after_the_other()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<IPlainTurns>("one");

        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(grain.AddSlowly)));

        Assert.Equal(500, await grain.Total());
    }

    [Fact]
    public async Task No_call_lets_itself_in_while_another_awaits()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<IPlainTurns>("closed");
        var first = grain.Play("first");
        await host.Stage.Heard("first begins");
        var second = grain.Play("second");
        await grain.Interleave("free").WaitAsync(GiveAnd(host, "free"));

        Assert.DoesNotContain("second begins", host.Stage.Lines);

        host.Stage.Give("first");
        host.Stage.Give("second");
        await Task.WhenAll(first, second);
        Assert.Equal(["first begins", "free begins", "free ends", "first ends", "second begins", "second ends"], host.Stage.Lines);
    }

    [Fact]
    public async Task What_follows_an_await_comes_back_to_the_grain()
    {
        await using var host = await ActorHostFixture.StartAsync();

        Assert.True(await host.Grains.GetGrain<IPlainTurns>("away").ComesBack());
    }

    [Fact]
    public async Task A_call_that_always_interleaves_begins_while_another_awaits_and_keeps_no_other_out()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<IPlainTurns>("let-in");
        var first = grain.Play("first");
        await host.Stage.Heard("first begins");
        var guest = grain.Interleave("guest");
        await host.Stage.Heard("guest begins");
        var second = grain.Play("second");
        host.Stage.Give("first");
        host.Stage.Give("second");
        await Task.WhenAll(first, second);

        Assert.DoesNotContain("guest ends", host.Stage.Lines);

        host.Stage.Give("guest");
        await guest;
        Assert.Equal(
            ["first begins", "guest begins", "first ends", "second begins", "second ends", "guest ends"], host.Stage.Lines);
    }

    [Fact]
    public async Task Different_grains_do_not_wait_for_each_other()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var one = host.Grains.GetGrain<IPlainTurns>("one").Play("one");
        var other = host.Grains.GetGrain<IPlainTurns>("other").Play("other");

        await host.Stage.Heard("one begins");
        await host.Stage.Heard("other begins");

        host.Stage.Give("one");
        host.Stage.Give("other");
        await Task.WhenAll(one, other);
    }

    [Fact]
    public async Task Calls_of_a_reentrant_grain_begin_while_others_await()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<IReentrantTurns>("open");
        var first = grain.Play("first");
        var second = grain.Play("second");

        await host.Stage.Heard("first begins");
        await host.Stage.Heard("second begins");

        host.Stage.Give("second");
        await second;
        host.Stage.Give("first");
        await first;
    }

    [Fact]
    public async Task Even_in_a_reentrant_grain_turns_run_one_at_a_time()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<IReentrantTurns>("turns");

        var most = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => grain.MostAtOnce(turns: 50))));

        Assert.Equal(1, most.Max());
    }

    [Fact]
    public async Task Read_only_calls_interleave_with_each_other_and_with_no_others()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<IPlainTurns>("readers");
        var reader = grain.Read("reader 1");
        await host.Stage.Heard("reader 1 begins");
        var writer = grain.Play("writer");
        var overtaking = grain.Read("reader 2");
        await host.Stage.Heard("reader 2 begins");

        Assert.DoesNotContain("writer begins", host.Stage.Lines);

        host.Stage.Give("reader 1");
        host.Stage.Give("reader 2");
        await Task.WhenAll(reader, overtaking);
        await host.Stage.Heard("writer begins");
        var late = grain.Read("reader 3");
        await grain.Interleave("free").WaitAsync(GiveAnd(host, "free"));

        Assert.DoesNotContain("reader 3 begins", host.Stage.Lines);

        host.Stage.Give("writer");
        host.Stage.Give("reader 3");
        await Task.WhenAll(writer, late);
    }

    [Fact]
    public async Task A_stateless_worker_runs_as_many_calls_at_once_as_it_may()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<IWorkerTurns>("worker");
        var calls = Task.WhenAll(grain.Play("a"), grain.Play("b"), grain.Play("c"));
        await host.Stage.Until(lines => lines.Count(line => line.EndsWith("begins", StringComparison.Ordinal)) == 2, "two calls that have begun");

        host.Stage.Give("a");
        host.Stage.Give("b");
        host.Stage.Give("c");
        await calls;

        Assert.Equal(2, host.Stage.Lines.TakeWhile(line => line.EndsWith("begins", StringComparison.Ordinal)).Count());
    }

    /// <summary>Gives a cue, and bounds the wait for what it leads to.</summary>
    private static TimeSpan GiveAnd(ActorHostFixture host, string cue)
    {
        host.Stage.Give(cue);
        return TimeSpan.FromSeconds(20);
    }
}
