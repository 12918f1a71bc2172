using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.State;

public interface IAccount : IGrainWithStringKey
{
    Task<int> Balance();

    Task<int> Deposit(int amount);

    Task<bool> Exists();

    Task Close();

    /// <summary>Deposits, and swallows a conflict.</summary>
    Task<bool> TryDeposit(int amount);

    Task Rename(string name);

    Task<string> Name();
}

public interface IAccountUser : IGrainWithStringKey
{
    Task<int> Calls();

    Task DepositInto(IAccount account);
}

[GenerateSerializer, Alias("test.money")]
public sealed class Money
{
    [Id(0)]
    public int Amount { get; set; }
}

[GenerateSerializer, Alias("test.owner")]
public sealed class Owner
{
    [Id(0)]
    public string Name { get; set; } = "nobody";
}

[GrainType("test.account")]
public sealed class AccountGrain(
    [PersistentState("money", ActorHostFixture.Store)] IPersistentState<Money> money,
    [PersistentState("owner", ActorHostFixture.Store)] IPersistentState<Owner> owner) : Grain, IAccount
{
    public Task<int> Balance() => Task.FromResult(money.State.Amount);

    public Task<bool> Exists() => Task.FromResult(money.RecordExists);

    public async Task<int> Deposit(int amount)
    {
        money.State.Amount += amount;
        await money.WriteStateAsync();
        return money.State.Amount;
    }

    public async Task<bool> TryDeposit(int amount)
    {
        try
        {
            await Deposit(amount);
            return true;
        }
        catch (Orleans.Storage.InconsistentStateException)
        {
            return false;
        }
    }

    public Task Close() => money.ClearStateAsync();

    public async Task Rename(string name)
    {
        owner.State.Name = name;
        await owner.WriteStateAsync();
    }

    public Task<string> Name() => Task.FromResult(owner.State.Name);
}

[GrainType("test.account-user")]
public sealed class AccountUserGrain : Grain, IAccountUser
{
    private int _calls;

    public Task<int> Calls() => Task.FromResult(_calls);

    public async Task DepositInto(IAccount account)
    {
        _calls++;
        await account.Deposit(1);
    }
}
