using MultiLine.Embedded.Tests.Activations;
using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Own;

/// <summary>
/// Orleans collects by the clock on the wall, gives a call up after two forwards, can't be killed inside a process, and counts system grains.
/// </summary>
public sealed class LifeTests
{
    [Fact]
    public async Task A_grain_without_use_is_deactivated_and_comes_back_afresh()
    {
        await using var host = await ActorHostFixture.StartAsync(new() { CollectionAge = TimeSpan.FromMinutes(10) });
        var grain = host.Grains.GetGrain<ILife>("idle");
        await grain.Number();

        host.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(1, await grain.Number());
        host.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(1, await grain.Number());
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        await host.Stage.Heard("disposed");

        Assert.Equal(2, await grain.Number());
        Assert.Equal(["activated", "deactivated: ActivationIdle", "disposed", "activated"], host.Stage.Lines);
    }

    [Fact]
    public async Task However_often_a_grain_ends_no_call_is_lost_and_no_two_activations_live_at_once()
    {
        await using var host = await ActorHostFixture.StartAsync();
        host.Stage.Give("end");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            var grain = host.Grains.GetGrain<ILife>("restless");
            for (var i = 0; i < 50; i++)
            {
                await ((i + caller) % 5 == 0 ? grain.EndSoon("end") : grain.Number());
            }
        })));
        await host.StopAsync();

        string[] lives = [.. host.Stage.Lines.Where(line => line is "activated" or "disposed")];
        Assert.True(lives.Length > 2);
        Assert.Equal(Enumerable.Range(0, lives.Length).Select(i => i % 2 == 0 ? "activated" : "disposed"), lives);
        Assert.Equal(80, host.Stage.Count("end ends"));
    }

    [Fact]
    public async Task After_a_kill_nothing_goes_on()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ILife>("killed");
        var work = grain.Work("work");
        await host.Stage.Heard("work begins");

        await host.KillAndRestartAsync();
        host.Stage.Give("work");
        await Assert.ThrowsAnyAsync<Exception>(() => work);

        Assert.Equal(2, await host.Grains.GetGrain<ILife>("killed").Number());
        Assert.Equal(["activated", "work begins", "activated"], host.Stage.Lines);
    }

    [Fact]
    public async Task The_management_grain_counts_nothing_but_grains()
    {
        await using var host = await ActorHostFixture.StartAsync();
        await host.Grains.GetGrain<ILife>("a").Number();
        await host.Grains.GetGrain<ILife>("b").Number();
        var management = host.Grains.GetGrain<IManagementGrain>(0);

        Assert.Equal(
            [(LifeGrain.ClassName, 2), ("MultiLine.Embedded.Management.ManagementGrain,MultiLine.Embedded", 1)],
            (await management.GetSimpleGrainStatistics()).Select(row => (row.GrainType, row.ActivationCount)).OrderByDescending(row => row.ActivationCount));
        Assert.Equal(3, await management.GetTotalActivationCount());
    }
}
