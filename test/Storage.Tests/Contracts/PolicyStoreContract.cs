using MultiLine.Storage.Policies;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class PolicyStoreContract : StorageContract
{
    private IPolicyStore Policies => Port<IPolicyStore>();

    [Fact]
    public async Task Versions_are_counted_within_the_organisation_and_every_one_is_kept()
    {
        Assert.Equal(1, await Policies.AddAsync("acme", [1]));
        Assert.Equal(2, await Policies.AddAsync("acme", [2]));
        Assert.Equal(1, await Policies.AddAsync("other", [3]));

        Assert.Equal([1], await Policies.FindAsync("acme", 1));
        Assert.Equal([2], await Policies.FindAsync("acme", 2));
        Assert.Equal([3], await Policies.FindAsync("other", 1));
        Assert.Null(await Policies.FindAsync("acme", 3));
    }

    [Fact]
    public async Task Two_who_add_at_once_get_two_versions()
    {
        var versions = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Policies.AddAsync("acme", [(byte)i])));

        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), versions.Order());
        foreach (var (version, i) in versions.Select((version, i) => (version, i)))
        {
            Assert.Equal([(byte)i], (await Policies.FindAsync("acme", version))!);
        }
    }
}
