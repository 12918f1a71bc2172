using MultiLine.Storage.Policies;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class PolicyStoreContract : StorageContract
{
    private IPolicyStore Policies => Port<IPolicyStore>();

    [Fact]
    public async Task Versions_are_counted_within_the_organisation_and_every_one_is_kept()
    {
        Assert.Equal(1, await Policies.AddAsync("acme", Policy(1)));
        Assert.Equal(2, await Policies.AddAsync("acme", Policy(2)));
        Assert.Equal(1, await Policies.AddAsync("other", Policy(3)));

        await AssertHolds("acme", 1, 1);
        await AssertHolds("acme", 2, 2);
        await AssertHolds("other", 1, 3);
        Assert.Null(await Policies.FindAsync("acme", 3));
    }

    [Fact]
    public async Task Two_who_add_at_once_get_two_versions()
    {
        var versions = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Policies.AddAsync("acme", Policy((byte)i))));

        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), versions.Order());
        foreach (var (version, i) in versions.Select((version, i) => (version, i)))
        {
            await AssertHolds("acme", version, (byte)i);
        }
    }

    private static StoredPolicy Policy(byte number) => new([number], $"person-{number}", Steps.Noon.AddMicroseconds(number));

    private async Task AssertHolds(string organization, long version, byte number)
    {
        var found = await Policies.FindAsync(organization, version);
        Assert.Equal(Policy(number) with { Body = found!.Body }, found);
        Assert.Equal([number], found.Body);
    }
}
