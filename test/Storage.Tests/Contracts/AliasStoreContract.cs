using MultiLine.Storage.Contacts;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class AliasStoreContract : StorageContract
{
    private IAliasStore Aliases => Port<IAliasStore>();

    [Fact]
    public async Task The_first_to_claim_an_alias_keeps_it()
    {
        Assert.Null(await Aliases.FindAsync("acme", "phone:+491701234567"));
        Assert.Null(await Aliases.ClaimAsync("acme", ["phone:+491701234567"], "anna"));
        Assert.Null(await Aliases.ClaimAsync("acme", ["phone:+491701234567"], "anna"));
        Assert.Equal("anna", await Aliases.ClaimAsync("acme", ["phone:+491701234567"], "bert"));

        await Storage.ReopenAsync();

        Assert.Equal("anna", await Aliases.FindAsync("acme", "phone:+491701234567"));
        Assert.Null(await Aliases.ClaimAsync("other", ["phone:+491701234567"], "bert"));
    }

    [Fact]
    public async Task Aliases_are_claimed_together_or_not_at_all()
    {
        await Aliases.ClaimAsync("acme", ["phone:+491701234567"], "anna");

        Assert.Equal("anna", await Aliases.ClaimAsync("acme", ["bsuid:DE.1", "phone:+491701234567"], "bert"));
        Assert.Null(await Aliases.FindAsync("acme", "bsuid:DE.1"));

        Assert.Null(await Aliases.ClaimAsync("acme", ["bsuid:DE.1", "phone:+491701234567"], "anna"));
        Assert.Equal("anna", await Aliases.FindAsync("acme", "bsuid:DE.1"));
    }

    [Fact]
    public async Task All_who_race_for_an_alias_are_told_the_same_contact()
    {
        var owners = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            i => Task.Run(async () => await Aliases.ClaimAsync("acme", ["bsuid:US.1"], $"c{i}") ?? $"c{i}")));

        Assert.Single(owners.Distinct());
        Assert.Equal(owners[0], await Aliases.FindAsync("acme", "bsuid:US.1"));
    }

    [Fact]
    public async Task An_alias_goes_over_only_from_whoever_has_it()
    {
        await Aliases.ClaimAsync("acme", ["phone:+491701234567"], "anna");

        Assert.Equal("anna", await Aliases.MoveAsync("acme", "phone:+491701234567", from: "carl", to: "bert"));
        Assert.Equal("bert", await Aliases.MoveAsync("acme", "phone:+491701234567", from: "anna", to: "bert"));
        Assert.Equal("bert", await Aliases.MoveAsync("acme", "phone:+491701234567", from: "anna", to: "carl"));
        Assert.Null(await Aliases.MoveAsync("acme", "phone:+499999999999", from: "anna", to: "carl"));

        await Storage.ReopenAsync();

        Assert.Equal("bert", await Aliases.FindAsync("acme", "phone:+491701234567"));
    }

    [Fact]
    public async Task An_alias_is_released_only_by_whoever_has_it()
    {
        await Aliases.ClaimAsync("acme", ["phone:+491701234567"], "anna");

        await Aliases.ReleaseAsync("acme", "phone:+491701234567", "bert");
        Assert.Equal("anna", await Aliases.FindAsync("acme", "phone:+491701234567"));

        await Aliases.ReleaseAsync("acme", "phone:+491701234567", "anna");
        Assert.Null(await Aliases.ClaimAsync("acme", ["phone:+491701234567"], "bert"));
    }
}
