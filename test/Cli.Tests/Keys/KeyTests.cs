using MultiLine.Cli.Tests.Harness;
using MultiLine.Storage.Content;

namespace MultiLine.Cli.Tests.Keys;

public sealed class KeyTests : IDisposable
{
    private readonly TempDeployment _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_rotated_key_seals_and_what_was_sealed_before_still_opens()
    {
        await _temp.CreateAcmeAsync();
        byte[] before;
        await using (var deployment = _temp.Open())
        {
            before = await deployment.Get<ContentSealer>().SealAsync("acme", "a", new byte[] { 1, 2, 3 });
        }

        var said = await _temp.DoneAsync("keys", "rotate", "--organization", "acme");

        Assert.Equal("acme has the key 2 now.", said.Trim());
        await using var after = _temp.Open();
        Assert.Equal([1, 2, 3], await after.Get<ContentSealer>().OpenAsync("acme", "a", before));
        Assert.Equal(2, (await after.Get<IKeyRing>().CurrentAsync("acme")).Id);
    }

    [Fact]
    public async Task Nobody_unknown_gets_a_key()
    {
        await _temp.CreateAcmeAsync();

        Assert.Contains("There is no organisation other", await _temp.RefusedAsync("keys", "rotate", "--organization", "other"), StringComparison.Ordinal);
    }
}
