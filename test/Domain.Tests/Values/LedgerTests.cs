using System.Text;
using MultiLine.Domain.Content;
using MultiLine.Domain.Ledger;

namespace MultiLine.Domain.Tests.Values;

/// <summary>The expected values were computed apart from this code, with Python's hashlib and struct.</summary>
public sealed class LedgerTests
{
    private const string Leaf = "97671e8ee916192e916472f2e4ac2492c31b6f15f5d91b53839f3075947ac9d3";
    private static readonly ConversationKey Conversation = new("acme", "line1", "c42");
    private static readonly DateTimeOffset RecordedAt = new(2026, 3, 2, 9, 0, 0, 700, 1, TimeSpan.Zero);
    private static readonly byte[] Body = """{"type":"outcome_unknown"}"""u8.ToArray();
    private static readonly byte[] Salt = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    [Fact]
    public void A_leaf_covers_the_conversation_the_version_the_schema_the_time_and_the_stored_bytes()
    {
        Assert.Equal(Leaf, Convert.ToHexStringLower(LedgerHash.Leaf(Conversation, 7, 1, RecordedAt, Body)));

        Assert.All(
            [
                LedgerHash.Leaf(Conversation with { Contact = "c43" }, 7, 1, RecordedAt, Body),
                LedgerHash.Leaf(Conversation, 8, 1, RecordedAt, Body),
                LedgerHash.Leaf(Conversation, 7, 2, RecordedAt, Body),
                LedgerHash.Leaf(Conversation, 7, 1, RecordedAt.AddMicroseconds(1), Body),
                LedgerHash.Leaf(Conversation, 7, 1, RecordedAt, Body.AsSpan(1)),
            ],
            other => Assert.NotEqual(Leaf, Convert.ToHexStringLower(other)));
    }

    [Fact]
    public void The_chain_begins_with_the_name_of_its_shard_and_takes_in_leaf_after_leaf()
    {
        var leaf = Convert.FromHexString(Leaf);
        var start = LedgerHash.ChainStart("acme/0");
        var first = LedgerHash.Chain(start, leaf);

        Assert.Equal("ce6cfbda171a6fb07a39b8ffa241c058d0bfc1a882b8f2244095c3a5b5f1d1eb", Convert.ToHexStringLower(start));
        Assert.Equal("a03869114a70a8eff1db8219e9f1d4c71e2f3bd39213df509685d078d72e63d7", Convert.ToHexStringLower(first));
        Assert.Equal("f0ac6b9da0a5574a7558437acc5fa431ab2940861d2d51ab40bb49a279923a63", Convert.ToHexStringLower(LedgerHash.Chain(first, leaf)));
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

        Assert.Equal("5589fb34710a2a02da41f9a9da0c0542df80c294868ac709f1b8f84f58e38201", salted.Commitment);
        Assert.Equal((salted.Commitment, "Hi"), (again.Commitment, again.Content.Text!));
        Assert.Throws<ArgumentException>(() => SaltedContent.FromBytes(new byte[31]));
    }
}
