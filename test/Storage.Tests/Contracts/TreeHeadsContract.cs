using System.Security.Cryptography;
using MultiLine.Domain.Ledger;
using MultiLine.Storage.Ledger;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class TreeHeadsContract : StorageContract, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _newKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private ITreeHeads Heads => Port<ITreeHeads>();

    public void Dispose()
    {
        _key.Dispose();
        _newKey.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_organisation_begins_without_heads()
    {
        Assert.Null(await Heads.NewestAsync("acme"));
        Assert.Null(await Heads.FindAsync("acme", 1));
        Assert.Empty(await Heads.ReadAsync("acme", 0, 10));
        Assert.Empty(await Heads.KeysAsync());
    }

    [Fact]
    public async Task Heads_are_read_back_to_the_byte_each_organisation_its_own()
    {
        var heads = new[] { Head("acme", 1), Head("acme", 2), Head("acme", 3) };
        foreach (var head in (SignedTreeHead[])[.. heads, Head("other", 1)])
            Assert.True(await AddAsync(head, _key));

        await Storage.ReopenAsync();

        Assert.Equal(heads[2].ToString(), (await Heads.NewestAsync("acme"))?.ToString());
        Assert.Equal(heads[1].ToString(), (await Heads.FindAsync("acme", 2))?.ToString());
        Assert.Null(await Heads.FindAsync("acme", 4));
        Assert.Equal([heads[1].ToString()], (await Heads.ReadAsync("acme", 1, 1)).Select(head => head.ToString()));
    }

    [Fact]
    public async Task Of_two_who_sign_the_same_number_one_is_kept()
    {
        var signers = Enumerable.Range(0, 8).Select(_ => Task.Run(() => AddAsync(Head("acme", 1), _key)));

        Assert.Single(await Task.WhenAll(signers), kept => kept);
        Assert.Single(await Heads.ReadAsync("acme", 0, 10));
    }

    [Fact]
    public async Task A_head_that_would_leave_a_gap_is_refused()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => AddAsync(Head("acme", 2), _key));

        Assert.Empty(await Heads.ReadAsync("acme", 0, 10));
    }

    [Fact]
    public async Task The_key_of_every_head_is_kept_with_the_time_of_its_first()
    {
        await AddAsync(Head("acme", 1), _key);
        await AddAsync(Head("acme", 2), _key);
        await AddAsync(Head("acme", 3, _newKey), _newKey);

        var keys = await Heads.KeysAsync();

        Assert.Equal([(IdOf(_key), Noon.AddMinutes(1)), (IdOf(_newKey), Noon.AddMinutes(3))], keys.Select(key => (key.Id, key.UsedAt)));
        Assert.True((await Heads.FindAsync("acme", 1))!.IsSignedBy(LedgerPublicKey.FromPem(keys[0].Pem)));
        Assert.True((await Heads.FindAsync("acme", 3))!.IsSignedBy(LedgerPublicKey.FromPem(keys[1].Pem)));
    }

    private Task<bool> AddAsync(SignedTreeHead head, ECDsa key) => Heads.AddAsync(head, LedgerPublicKey.Of(key));

    private SignedTreeHead Head(string organization, long number, ECDsa? key = null) => SignedTreeHead.Sign(
        new TreeHead(organization, number, Noon.AddMinutes(number), TreeHead.NoHead, IdOf(key ?? _key), [ShardHead.Empty($"{organization}/0")]),
        key ?? _key);

    private static string IdOf(ECDsa key) => LedgerPublicKey.Of(key).Id;
}
