using System.Security.Cryptography;
using System.Text;
using MultiLine.Domain.Ledger;

namespace MultiLine.Domain.Tests.Ledger;

public sealed class TreeHeadTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly string Root = new('a', 64);
    private static readonly string Chain = new('b', 64);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private LedgerPublicKey PublicKey => LedgerPublicKey.Of(_key);

    private TreeHead First => new("acme", 1, Noon, TreeHead.NoHead, PublicKey.Id, [new(17, Root, Chain), ShardHead.Empty("acme/1")]);

    public void Dispose() => _key.Dispose();

    [Fact]
    public void A_head_is_a_text_of_one_fact_a_line()
    {
        var signed = SignedTreeHead.Sign(First with { Time = Noon.AddMicroseconds(42) }, _key);

        Assert.Equal(
            $"""
            multiline-tree-head-1
            organization acme
            number 1
            time 2026-03-02T12:00:00.000042Z
            previous {TreeHead.NoHead}
            key {PublicKey.Id}
            shard 0 17 {Root} {Chain}
            shard 1 0 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 {Convert.ToHexStringLower(LedgerHash.ChainStart("acme/1"))}
            signature {signed.Signature}

            """,
            signed.ToString());
    }

    [Fact]
    public void A_signed_head_is_read_back_and_verifies_with_the_public_key_from_its_pem()
    {
        var signed = SignedTreeHead.Sign(First, _key);

        Assert.True(SignedTreeHead.TryParse(signed.ToBytes(), out var read, out _));
        Assert.Equal(First.Hash(), read.Head.Hash());
        Assert.Equal(First.Shards, read.Head.Shards);
        Assert.True(read.IsSignedBy(LedgerPublicKey.FromPem(PublicKey.ToPem())));
    }

    [Fact]
    public void Any_one_bit_flipped_is_found()
    {
        var bytes = SignedTreeHead.Sign(First, _key).ToBytes();
        for (var bit = 0; bit < 8 * bytes.Length; bit++)
        {
            byte[] flipped = [.. bytes];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(SignedTreeHead.TryParse(flipped, out var read, out _) && read.IsSignedBy(PublicKey), $"Bit {bit} can be flipped.");
        }
    }

    [Fact]
    public void Another_key_does_not_verify_and_does_not_sign_in_the_name_of_the_first()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signed = SignedTreeHead.Sign(First, _key);

        Assert.False(signed.IsSignedBy(LedgerPublicKey.Of(other)));
        Assert.Throws<ArgumentException>(() => SignedTreeHead.Sign(First, other));
    }

    [Theory]
    [InlineData("multiline-tree-head-1", "multiline-tree-head-2", "The first line is not “multiline-tree-head-1”.")]
    [InlineData("organization acme", "organization Acme", "Line 2 holds no organisation's name.")]
    [InlineData("organization acme", "organisation acme", "Line 2 does not begin with “organization ”.")]
    [InlineData("number 1", "number 0", "Line 3 holds no number from 1 on.")]
    [InlineData("number 1", "number -1", "Line 3 holds no number.")]
    [InlineData("number 1", "number 01", "It is not written in the one form of a tree head.")]
    [InlineData("12:00:00.000000Z", "12:00:00Z", "Line 4 holds no time in UTC with microseconds.")]
    [InlineData("previous 0", "previous ", "Line 5 holds not 64 lower-case hexadecimal digits.")]
    [InlineData("shard 0 17", "shard 1 17", "Line 7 does not begin with “shard 0 ”.")]
    [InlineData("shard 0 17 ", "shard 0 17  ", "Line 7 holds not size, root and chain hash.")]
    [InlineData("shard 0 17 a", "shard 0 17 A", "Line 7 holds not 64 lower-case hexadecimal digits.")]
    [InlineData("shard 0 17", "shard 0 9223372036854775808", "Line 7 holds no number.")]
    [InlineData("\nsignature", "\n\nsignature", "Line 9 does not begin with “signature ”.")]
    [InlineData("\nsignature ", "\r\nsignature ", "Line 8 holds not 64 lower-case hexadecimal digits.")]
    [InlineData("\n<end>", "<end>", "It does not end with the line of the signature.")]
    [InlineData("\n<end>", "\n\n<end>", "It does not end with the line of the signature.")]
    public void Every_other_form_is_refused_with_the_reason(string what, string instead, string reason)
    {
        var text = $"{SignedTreeHead.Sign(First, _key)}<end>";
        Assert.Contains(what, text, StringComparison.Ordinal);

        var changed = text.Replace(what, instead, StringComparison.Ordinal).Replace("<end>", "", StringComparison.Ordinal);

        Assert.False(SignedTreeHead.TryParse(Encoding.UTF8.GetBytes(changed), out _, out var fault));
        Assert.Equal(reason, fault);
    }

    [Fact]
    public void A_head_without_shards_with_too_many_or_of_too_many_bytes_is_refused()
    {
        var shards = Enumerable.Repeat(First.Shards[0], 65).ToList();

        Assert.Equal("Line 7 does not begin with “shard 0 ”.", FaultOf(First with { Shards = [] }));
        Assert.Equal("Line 71 does not begin with “signature ”.", FaultOf(First with { Shards = shards }));
        Assert.Null(FaultOf(First with { Shards = shards[1..] }));
        Assert.False(SignedTreeHead.TryParse(new byte[16_385], out _, out var fault));
        Assert.Equal("A tree head has at most 16384 bytes, this one has 16385.", fault);
    }

    [Fact]
    public void A_head_follows_only_the_one_that_it_names_and_never_shrinks()
    {
        var next = First with { Number = 2, Previous = First.Hash(), Shards = [new(18, Chain, Root), First.Shards[1]] };

        Assert.Null(First.FaultAfter(null));
        Assert.Null(next.FaultAfter(First));
        Assert.Null((next with { Shards = [.. next.Shards, ShardHead.Empty("acme/2")] }).FaultAfter(First));
        Assert.Equal("Head 2 follows head 0.", next.FaultAfter(null));
        Assert.Equal("Head 1 follows head 1.", First.FaultAfter(First));
        Assert.Equal("Head 2 names another head before it.", (next with { Previous = Root }).FaultAfter(First));
        Assert.Equal("Head 2 is of else, the one before of acme.", (next with { Organization = "else" }).FaultAfter(First));
        Assert.Equal("Head 2 is older than the one before.", (next with { Time = Noon.AddMicroseconds(-1) }).FaultAfter(First));
        Assert.Equal("Head 2 has fewer shards than the one before.", (next with { Shards = [next.Shards[0]] }).FaultAfter(First));
        Assert.Equal(
            "Shard 0 has 16 records in head 2, fewer than the 17 in the one before.",
            (next with { Shards = [new(16, Root, Chain), First.Shards[1]] }).FaultAfter(First));
        Assert.Equal(
            "Shard 0 has other records in head 2 than in the one before.",
            (next with { Shards = [new(17, Chain, Chain), First.Shards[1]] }).FaultAfter(First));
    }

    [Fact]
    public void A_public_key_is_on_P256_and_public()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);

        Assert.Throws<FormatException>(() => LedgerPublicKey.Of(other));
        Assert.Throws<FormatException>(() => LedgerPublicKey.FromPem(other.ExportSubjectPublicKeyInfoPem()));
        Assert.Throws<FormatException>(() => LedgerPublicKey.FromPem(rsa.ExportSubjectPublicKeyInfoPem()));
        Assert.Throws<FormatException>(() => LedgerPublicKey.FromPem(_key.ExportPkcs8PrivateKeyPem()));
        Assert.Throws<FormatException>(() => LedgerPublicKey.FromPem("no PEM"));
    }

    private string? FaultOf(TreeHead head) =>
        SignedTreeHead.TryParse(SignedTreeHead.Sign(head, _key).ToBytes(), out _, out var fault) ? null : fault;
}
