using System.Text;
using MultiLine.Domain.Content;
using MultiLine.Domain.Ledger;

namespace MultiLine.Domain.Tests.Values;

/// <summary>The expected values were computed apart from this code, with Python's hashlib and struct.</summary>
public sealed class LedgerTests
{
    private const string Leaf = "0df90f81136953e74d5a770d365f810bc7643dbc197dc91afd022b1c0bc764e3";
    private static readonly byte[] Salt = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    [Fact]
    public void A_leaf_covers_the_conversation_the_version_and_the_stored_bytes() =>
        Assert.Equal(Leaf, Convert.ToHexStringLower(LedgerHash.Leaf(new ConversationKey("acme", "line1", "c42"), 7, """{"type":"outcome_unknown"}"""u8)));

    [Fact]
    public void The_chain_begins_with_zeros_and_takes_in_leaf_after_leaf()
    {
        var leaf = Convert.FromHexString(Leaf);
        var first = LedgerHash.Chain(new byte[32], leaf);

        Assert.Equal("c75321d165cd04cbd3c6c19b3125fb075ee3379448c9c6909bc29eca47a68135", Convert.ToHexStringLower(first));
        Assert.Equal("1d4334e5cf26f319a00f46fd55ca1ae942959ca29bb801a615934ea6d428428b", Convert.ToHexStringLower(LedgerHash.Chain(first, leaf)));
    }

    [Fact]
    public void A_commitment_covers_salt_and_content() => Assert.Equal(
        "a2da2f18bec8a4ecd9d72ee96005351d6b86672a000b477e69a48c7415111428", Commitment.Of(Salt, Encoding.UTF8.GetBytes("Grüße")));

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_salt_has_32_bytes(int length)
    {
        var error = Assert.Throws<ArgumentException>(() => Commitment.Of(new byte[length], []));

        Assert.StartsWith($"A salt has 32 bytes, this one {length}.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Salted_content_carries_its_salt_before_it()
    {
        var salted = SaltedContent.Of(new MessageContent { Text = "Hi" }, Salt);
        var again = SaltedContent.FromBytes(salted.Bytes.ToArray());

        Assert.Equal("532dc00d12553bebd786c7b1b0c7842368e00d06707ef16f5db045fe5dd3560e", salted.Commitment);
        Assert.Equal((salted.Commitment, "Hi"), (again.Commitment, again.Content.Text!));
        Assert.Throws<ArgumentException>(() => SaltedContent.FromBytes(new byte[31]));
    }
}
