using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Calls;

public sealed class CallTests
{
    [Fact]
    public async Task Results_come_back_through_tasks_and_value_tasks()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ICalls>("results");

        Assert.Equal("hello", await grain.Echo("hello"));
        Assert.Equal(5, await grain.Add(2, 3));
        await grain.Nothing();
    }

    [Fact]
    public async Task A_one_way_call_returns_before_it_is_carried_out()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ICalls>("one-way");

        await grain.TellOnly("told", thenFail: false);

        Assert.Empty(host.Stage.Lines);
        host.Stage.Give("told");
        await host.Stage.Heard("told");
    }

    [Fact]
    public async Task Nobody_learns_of_the_failure_of_a_one_way_call()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ICalls>("one-way");
        host.Stage.Give("told");

        await grain.TellOnly("told", thenFail: true);
        await host.Stage.Heard("told");

        Assert.Equal("still here", await grain.Echo("still here"));
        Assert.Equal(["told"], host.Stage.Lines);
    }

    [Fact]
    public async Task A_failure_arrives_with_its_own_type_message_and_stack()
    {
        await using var host = await ActorHostFixture.StartAsync();

        var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.Grains.GetGrain<ICalls>("fails").Fail("too far"));

        Assert.StartsWith("too far", error.Message, StringComparison.Ordinal);
        Assert.Contains("CallsGrain.Fail", error.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_passes_through_the_grain_that_called_and_ends_neither_of_the_two()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var (grain, next) = (host.Grains.GetGrain<ICalls>("first"), host.Grains.GetGrain<ICalls>("second"));
        await grain.Remembered([1]);
        await next.Remembered([2]);

        var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => grain.FailNext(next, "too far"));

        Assert.StartsWith("too far", error.Message, StringComparison.Ordinal);
        Assert.Equal(new[] { 1 }, await grain.Remembered([]));
        Assert.Equal(new[] { 2 }, await next.Remembered([]));
    }

    [Fact]
    public async Task A_call_that_takes_too_long_fails_with_the_names_of_grain_and_method()
    {
        await using var host = await ActorHostFixture.StartAsync(new() { ResponseTimeout = TimeSpan.FromSeconds(1) });
        var call = host.Grains.GetGrain<ICalls>("slow").Wait("slow", CancellationToken.None);

        await host.LetTimePassUntilEnded(call, atMost: TimeSpan.FromSeconds(10));

        var error = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Contains("test.calls/slow", error.Message, StringComparison.Ordinal);
        Assert.Contains("Wait", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_may_have_a_time_out_of_its_own()
    {
        await using var host = await ActorHostFixture.StartAsync(new() { ResponseTimeout = TimeSpan.FromMinutes(5) });
        var call = host.Grains.GetGrain<ICalls>("slow").WaitBriefly("slow");

        await host.LetTimePassUntilEnded(call, atMost: TimeSpan.FromMinutes(1));

        var error = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Contains("WaitBriefly", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_waited_too_long_for_its_turn_is_not_carried_out_later()
    {
        await using var host = await ActorHostFixture.StartAsync(new() { ResponseTimeout = TimeSpan.FromSeconds(1) });
        var grain = host.Grains.GetGrain<ICalls>("busy");
        var first = grain.Wait("first", CancellationToken.None);
        await host.Stage.Heard("first begins");
        var second = grain.Wait("second", CancellationToken.None);

        await host.LetTimePassUntilEnded(Task.WhenAll(first, second), atMost: TimeSpan.FromSeconds(10));
        await Assert.ThrowsAsync<TimeoutException>(() => first);
        await Assert.ThrowsAsync<TimeoutException>(() => second);
        host.Stage.Give("first");

        Assert.Equal("next", await grain.Echo("next"));
        Assert.DoesNotContain("second begins", host.Stage.Lines);
    }

    [Fact]
    public async Task Cancelling_frees_the_caller_and_reaches_the_grain()
    {
        await using var host = await ActorHostFixture.StartAsync();
        using var cancellation = new CancellationTokenSource();
        var call = host.Grains.GetGrain<ICalls>("cancelled").Wait("long", cancellation.Token);
        await host.Stage.Heard("long begins");

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await host.Stage.Heard("long is cancelled");
    }

    [Fact]
    public async Task A_call_cancelled_before_its_turn_is_not_carried_out()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ICalls>("cancelled");
        using var cancellation = new CancellationTokenSource();
        using var later = new CancellationTokenSource();
        var first = grain.Wait("first", CancellationToken.None);
        await host.Stage.Heard("first begins");
        var second = grain.Wait("second", cancellation.Token);
        var aside = grain.WaitAside("aside", later.Token);
        await host.Stage.Heard("aside begins");

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        // A grain hears of cancellations in their order: when it has heard of this one it knows the other.
        await later.CancelAsync();
        await host.Stage.Heard("aside is cancelled");
        host.Stage.Give("first");
        await first;

        Assert.Equal("next", await grain.Echo("next"));
        Assert.DoesNotContain("second begins", host.Stage.Lines);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => aside);
    }

    [Fact]
    public async Task A_call_with_a_token_that_is_cancelled_already_is_not_made()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ICalls>("cancelled");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => grain.Wait("too late", new CancellationToken(canceled: true)));

        Assert.Equal("next", await grain.Echo("next"));
        Assert.Empty(host.Stage.Lines);
    }

    [Fact]
    public async Task The_request_context_travels_along_the_calls_and_not_back()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ICalls>("first");

        RequestContext.Set("who", "alice");
        Assert.Equal("alice", await grain.ContextOfNext(host.Grains.GetGrain<ICalls>("second"), "who"));
        RequestContext.Clear();
        Assert.Null(await grain.ContextOfNext(host.Grains.GetGrain<ICalls>("second"), "who"));
    }

    [Fact]
    public async Task Filters_see_each_call_and_its_result()
    {
        await using var host = await ActorHostFixture.StartAsync(new() { SayCalls = true });

        await host.Grains.GetGrain<ICalls>("filtered").Add(1, 2);

        Assert.Equal(["> Add", "< Add = 3"], host.Stage.Lines);
    }

    [Fact]
    public async Task Neither_side_sees_what_the_other_does_to_arguments_and_results()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ICalls>("isolated");
        List<Item> mine = [new() { Name = "mine" }];

        var theirs = await grain.Change(mine);
        Assert.Equal("mine", mine[0].Name);
        Assert.Empty(mine[0].Tags);
        Assert.Equal("changed", theirs[0].Name);
        Assert.Equal(["changed"], theirs[0].Tags);

        int[] numbers = [1, 2, 3];
        var kept = await grain.Remembered(numbers);
        numbers[0] = kept[1] = 99;
        Assert.Equal(new[] { 1, 2, 3 }, await grain.Remembered([]));
    }

    [Fact]
    public async Task Immutable_values_cross_as_they_are()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var value = new Sealed("same");

        Assert.True(await host.Grains.GetGrain<ICalls>("immutable").IsSame(value, value));
    }

    [Fact]
    public async Task References_cross_calls_and_are_equal_when_they_mean_the_same_grain()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<ICalls>("me");

        var itself = await grain.Myself();

        Assert.Equal(grain, itself);
        Assert.NotEqual(grain, host.Grains.GetGrain<ICalls>("you"));
        Assert.Equal("me", await itself.Key());
        Assert.Equal("me", itself.GetPrimaryKeyString());
        Assert.Equal("test.calls/me", itself.GetGrainId().ToString());
    }
}
