using MultiLine.Embedded.Tests.Host;
using Orleans.Storage;

namespace MultiLine.Embedded.Tests.State;

public sealed class StateTests
{
    [Fact]
    public async Task A_grain_without_a_stored_state_starts_with_an_empty_one()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var account = host.Grains.GetGrain<IAccount>("new");

        Assert.False(await account.Exists());
        Assert.Equal(0, await account.Balance());
        Assert.Equal("nobody", await account.Name());
    }

    [Fact]
    public async Task What_was_written_is_there_after_a_kill()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var account = host.Grains.GetGrain<IAccount>("kept");
        await account.Deposit(10);
        await account.Rename("alice");

        await host.KillAndRestartAsync();

        account = host.Grains.GetGrain<IAccount>("kept");
        Assert.True(await account.Exists());
        Assert.Equal(10, await account.Balance());
        Assert.Equal("alice", await account.Name());
    }

    [Fact]
    public async Task A_cleared_state_is_gone_and_can_be_written_again()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var account = host.Grains.GetGrain<IAccount>("closed");
        await account.Deposit(10);

        await account.Close();

        Assert.False(await account.Exists());
        Assert.Equal(5, await account.Deposit(5));
    }

    [Fact]
    public async Task A_grain_whose_state_was_changed_by_another_fails_the_call_and_starts_afresh()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var account = host.Grains.GetGrain<IAccount>("raced");
        await account.Deposit(10);
        host.Storage.Overwrite("money", account.GetGrainId(), new Money { Amount = 70 });

        await Assert.ThrowsAsync<InconsistentStateException>(() => account.Deposit(1));

        Assert.Equal(70, await account.Balance());
        Assert.Equal(71, await account.Deposit(1));
    }

    [Fact]
    public async Task A_conflict_that_the_grain_handles_itself_does_not_end_it()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var account = host.Grains.GetGrain<IAccount>("handled");
        await account.Deposit(10);
        host.Storage.Overwrite("money", account.GetGrainId(), new Money { Amount = 70 });

        Assert.False(await account.TryDeposit(1));

        Assert.Equal(11, await account.Balance());
    }

    [Fact]
    public async Task A_conflict_in_another_grain_does_not_end_the_caller()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var account = host.Grains.GetGrain<IAccount>("raced");
        var user = host.Grains.GetGrain<IAccountUser>("user");
        await account.Deposit(10);
        host.Storage.Overwrite("money", account.GetGrainId(), new Money { Amount = 70 });

        await Assert.ThrowsAsync<InconsistentStateException>(() => user.DepositInto(account));

        Assert.Equal(1, await user.Calls());
        Assert.Equal(70, await account.Balance());
    }
}
