using MultiLine.Storage.SignIn;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class SignInLinksContract : StorageContract
{
    private static readonly SignInLink Link = new("hash", "acme", "alice", Noon.AddMinutes(10));

    private ISignInLinks Links => Port<ISignInLinks>();

    [Fact]
    public async Task Looking_at_a_link_does_not_use_it_and_using_it_does()
    {
        await Links.AddAsync(Link);

        Assert.Equal(Link, await Links.PeekAsync("hash", Noon));
        Assert.Equal(Link, await Links.UseAsync("hash", Noon));
        Assert.Null(await Links.UseAsync("hash", Noon));
        Assert.Null(await Links.PeekAsync("hash", Noon));
    }

    [Fact]
    public async Task Of_many_racing_callers_exactly_one_gets_in()
    {
        await Links.AddAsync(Link);

        var used = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Links.UseAsync("hash", Noon))));

        Assert.Equal(Link, Assert.Single(used, link => link is not null));
    }

    [Fact]
    public async Task An_expired_or_unknown_link_is_of_no_use()
    {
        await Links.AddAsync(Link);

        Assert.Null(await Links.UseAsync("hash", Link.ExpiresAt));
        Assert.Null(await Links.PeekAsync("hash", Link.ExpiresAt));
        Assert.Null(await Links.UseAsync("another", Noon));
        Assert.NotNull(await Links.UseAsync("hash", Link.ExpiresAt.AddMicroseconds(-1)));
    }
}
