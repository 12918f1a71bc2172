using MultiLine.Storage.Content;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class KeyRingContract : StorageContract
{
    private IKeyRing Keys => Port<IKeyRing>();

    [Fact]
    public async Task An_organisation_gets_one_key_of_256_bits_however_many_ask_first()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Keys.CurrentAsync("acme"))));

        Assert.All(keys, key => Assert.Equal(1, key.Id));
        Assert.Single(keys.Select(key => Convert.ToHexString(key.Key.Span)).Distinct());
        Assert.Equal(32, keys[0].Key.Length);
    }

    [Fact]
    public async Task Each_organisation_has_its_own_key()
    {
        var (acme, other) = (await Keys.CurrentAsync("acme"), await Keys.CurrentAsync("other"));

        Assert.False(acme.Key.Span.SequenceEqual(other.Key.Span));
    }

    [Fact]
    public async Task A_key_is_found_again_by_its_id_after_closing_and_opening()
    {
        var key = await Keys.CurrentAsync("acme");

        await Storage.ReopenAsync();

        Assert.Equal(key.Key.ToArray(), (await Keys.FindAsync("acme", 1))!.Key.ToArray());
        Assert.Equal(key.Key.ToArray(), (await Keys.CurrentAsync("acme")).Key.ToArray());
        Assert.Null(await Keys.FindAsync("acme", 2));
        Assert.Null(await Keys.FindAsync("other", 1));
    }

    [Fact]
    public async Task After_a_rotation_a_new_key_seals_and_the_old_one_is_found_still()
    {
        var before = await Keys.CurrentAsync("acme");

        var after = await Keys.RotateAsync("acme");

        Assert.Equal((1, 2), (before.Id, after.Id));
        Assert.False(before.Key.Span.SequenceEqual(after.Key.Span));
        Assert.Equal(2, (await Keys.CurrentAsync("acme")).Id);
        Assert.Equal(before.Key.ToArray(), (await Keys.FindAsync("acme", 1))!.Key.ToArray());
        Assert.Equal(1, (await Keys.CurrentAsync("other")).Id);

        await Storage.ReopenAsync();

        Assert.Equal(after.Key.ToArray(), (await Keys.CurrentAsync("acme")).Key.ToArray());
        Assert.Equal(before.Key.ToArray(), (await Keys.FindAsync("acme", 1))!.Key.ToArray());
    }
}
