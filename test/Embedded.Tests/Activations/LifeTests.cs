using MultiLine.Embedded.Tests.Host;
using MultiLine.Embedded.Tests.Turns;

namespace MultiLine.Embedded.Tests.Activations;

public sealed class LifeTests
{
    [Fact]
    public async Task A_grain_has_one_activation_however_many_call_it_at_once()
    {
        await using var host = await ActorHostFixture.StartAsync();

        var numbers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => host.Grains.GetGrain<ILife>("one").Number())));

        Assert.All(numbers, number => Assert.Equal(1, number));
        Assert.Equal(1, host.Stage.Count("activated"));
    }

    [Fact]
    public async Task A_grain_without_use_is_collected_and_comes_back_afresh()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ILife>("idle");
        await grain.Number();

        await host.Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
        await host.Stage.Heard("disposed");

        Assert.Equal(2, await grain.Number());
        Assert.Equal(["activated", "deactivated: ActivationIdle", "disposed", "activated"], host.Stage.Lines);
    }

    [Fact]
    public async Task What_is_made_for_one_activation_is_disposed_of_with_it()
    {
        await using var host = await ActorHostFixture.StartAsync();
        Assert.True(await host.Grains.GetGrain<IOwner>("one").HasItsOwn());
        Assert.Equal(1, host.Stage.Count("belongings disposed"));

        await host.Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

        await host.Stage.Heard("belongings disposed", times: 2);
    }

    [Fact]
    public async Task A_grain_without_use_for_long_is_collected_by_itself()
    {
        await using var host = await ActorHostFixture.StartAsync(new() { CollectionAge = TimeSpan.FromSeconds(2) });
        await host.Grains.GetGrain<ILife>("idle").Number();

        await host.LetTimePassUntil(line => line == "disposed", TimeSpan.FromMilliseconds(100), atMost: TimeSpan.FromMinutes(1));

        Assert.Equal(["activated", "deactivated: ActivationIdle", "disposed"], host.Stage.Lines);
    }

    [Fact]
    public async Task A_grain_with_a_call_under_way_is_not_idle()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ILife>("busy");
        var work = grain.Work("work");
        await host.Stage.Heard("work begins");

        await host.Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
        host.Stage.Give("work");
        await work;

        Assert.Equal(1, await grain.Number());
    }

    [Fact]
    public async Task A_grain_that_asks_for_its_end_finishes_its_call_first()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ILife>("ends");
        var last = grain.EndSoon("last");
        await host.Stage.Heard("last begins");
        host.Stage.Give("last");
        await last;

        Assert.Equal(2, await grain.Number());
        Assert.Equal(
            ["activated", "last begins", "last ends", "deactivated: ApplicationRequested", "disposed", "activated"], host.Stage.Lines);
    }

    [Fact]
    public async Task Calls_that_wait_while_a_grain_ends_go_to_its_next_activation()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ILife>("ends");
        var last = grain.EndSoon("last");
        await host.Stage.Heard("last begins");
        var waiting = Enumerable.Range(0, 20).Select(_ => grain.Number()).ToList();

        host.Stage.Give("last");
        await last;

        Assert.All(await Task.WhenAll(waiting), number => Assert.Equal(2, number));
    }

    [Fact]
    public async Task A_failing_activation_fails_the_call_and_the_next_call_tries_again()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ILife>("sick");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(grain.Number);
        Assert.Equal("not yet healthy", error.Message);
        await Assert.ThrowsAsync<InvalidOperationException>(grain.Number);
        host.Stage.Give("healthy");

        Assert.Equal(1, await grain.Number());
    }

    [Fact]
    public async Task Stopping_finishes_the_calls_under_way_and_deactivates()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ILife>("stops");
        var work = grain.Work("work");
        await host.Stage.Heard("work begins");

        var stopping = host.StopAsync();
        Assert.False(stopping.IsCompleted);
        host.Stage.Give("work");
        await work;
        await stopping;

        Assert.Equal(["activated", "work begins", "work ends", "deactivated: ShuttingDown", "disposed"], host.Stage.Lines);
    }

    [Fact]
    public async Task A_stopped_host_takes_no_calls()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ILife>("late");
        await host.StopAsync();

        await Assert.ThrowsAsync<SiloUnavailableException>(grain.Number);
    }

    [Fact]
    public async Task The_hosts_are_told_by_the_address_under_which_their_activations_are_counted()
    {
        await using var host = await ActorHostFixture.StartAsync();
        await host.Grains.GetGrain<ILife>("here").Number();
        var management = host.Grains.GetGrain<IManagementGrain>(0);

        var hosts = await management.GetHosts();
        var counts = await management.GetSimpleGrainStatistics();

        var (address, status) = Assert.Single(hosts);
        Assert.Equal(SiloStatus.Active, status);
        Assert.Matches(@"^[0-9.:\[\]a-f]+:[0-9]+@[0-9]+$", address.ToParsableString());
        var life = Assert.Single(counts, count => count.GrainType == LifeGrain.ClassName);
        Assert.Equal((address.ToParsableString(), 1), (life.SiloAddress.ToParsableString(), life.ActivationCount));
    }

    [Fact]
    public async Task The_management_grain_lists_activations_and_collects_idle_ones()
    {
        await using var host = await ActorHostFixture.StartAsync();
        await host.Grains.GetGrain<ILife>("a").Number();
        await host.Grains.GetGrain<ILife>("b").Number();
        var management = host.Grains.GetGrain<IManagementGrain>(0);

        Assert.Equal(
            ["test.life/a", "test.life/b"],
            (await management.GetDetailedGrainStatistics([LifeGrain.ClassName])).Select(row => row.GrainId.ToString()).Order());

        await management.ForceActivationCollection(TimeSpan.Zero);
        await host.Stage.Heard("disposed", times: 2);
        Assert.Empty(await management.GetDetailedGrainStatistics([LifeGrain.ClassName]));
    }

    [Fact]
    public async Task The_management_grain_counts_activations_by_class()
    {
        await using var host = await ActorHostFixture.StartAsync();
        await host.Grains.GetGrain<ICounted>("a").Touch();
        await host.Grains.GetGrain<ICounted>("b").Touch();
        await host.Grains.GetGrain<ICounted>("a").Touch();
        var management = host.Grains.GetGrain<IManagementGrain>(0);

        Assert.Equal(2, (await management.GetSimpleGrainStatistics()).Single(row => row.GrainType == CountedGrain.ClassName).ActivationCount);
        Assert.InRange(await management.GetTotalActivationCount(), 3, int.MaxValue);
    }

    [Fact]
    public async Task The_management_grain_tells_all_activations_or_those_of_some_classes()
    {
        await using var host = await ActorHostFixture.StartAsync();
        await host.Grains.GetGrain<ILife>("a").Number();
        await host.Grains.GetGrain<IPlainTurns>("a").Total();
        var management = host.Grains.GetGrain<IManagementGrain>(0);

        var all = (await management.GetDetailedGrainStatistics()).Select(row => row.GrainId.ToString()).ToList();
        Assert.Contains("test.life/a", all);
        Assert.Contains("test.turns/a", all);
        Assert.Equal(
            [(LifeGrain.ClassName, "test.life/a")],
            (await management.GetDetailedGrainStatistics([LifeGrain.ClassName])).Select(row => (row.GrainType, row.GrainId.ToString())));
    }
}
