using System.Text;
using MultiLine.Domain.Ledger;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Grains.Tests.Running;
using MultiLine.Storage.Ledger;

namespace MultiLine.Grains.Tests.Archive;

public sealed class TreeHeadTests
{
    [Fact]
    public async Task A_head_covers_every_event_and_verifies_with_the_public_key()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await talk.Delivered("one");
        await product.Idle();

        var head = await Heads(product).Sign();

        var entries = (await product.Archive().GetEntries(0, 1000)).Entries;
        var tree = new CompactTree();
        foreach (var entry in entries)
        {
            tree.Append(Convert.FromHexString(entry.LeafHash));
        }

        Assert.Equal([new ShardCard(0, tree.Size, Convert.ToHexStringLower(tree.Root()), entries[^1].ChainHash)], head.Shards);
        Assert.True(Parse(head).IsSignedBy(LedgerPublicKey.FromPem(Assert.Single(await Heads(product).GetKeys()).Pem)));
    }

    [Fact]
    public async Task Heads_follow_each_other_without_gaps_and_none_is_signed_where_nothing_has_come()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.Idle();
        var first = await Heads(product).Sign();
        Assert.Equal(first.Number, (await Heads(product).Sign()).Number);
        await talk.ChangesUntold();
        await Heads(product).Sign();

        var page = await Heads(product).GetHeads(0, 100);

        Assert.Equal(page.Items[^1].Number, page.Newest);
        TreeHead? before = null;
        foreach (var card in page.Items)
        {
            var head = Parse(card).Head;
            Assert.Null(head.FaultAfter(before));
            before = head;
        }

        Assert.True(page.Newest > first.Number);
        Assert.Equal(first.Text, (await Heads(product).FindHead(first.Number))?.Text);
        Assert.Null(await Heads(product).FindHead(page.Newest + 1));
    }

    [Fact]
    public async Task What_the_ledger_has_taken_is_signed_within_a_minute_without_being_asked_for()
    {
        await using var product = await Product.StartAsync();
        await product.OpenTalk();
        await product.Idle();
        await product.Archive().CatchUp();
        var head = (await product.Archive().GetEntries(0, 1)).Head;

        await product.UntilInTime(
            async () => (await Heads(product).GetHeads(0, 1000)).Items is [.., var newest] && newest.Shards[0].Size >= head,
            TimeSpan.FromMinutes(1),
            "a head");
    }

    [Fact]
    public async Task Every_record_is_proved_under_the_newest_head_and_under_each_that_it_was_there_for()
    {
        await using var product = await Product.StartAsync(new ProductSettings { Product = { ["Archive:Count"] = "2" } });
        var talk = await product.OpenTalk();
        await product.Idle();
        var first = await Heads(product).Sign();
        var last = await talk.ChangesUntold();
        var second = await Heads(product).Sign();

        var proof = (await Heads(product).ProveEvent(talk.Key.ToString(), 1, first.Number)).Proof!;
        AssertProves(proof, first);
        var newest = (await Heads(product).ProveEvent(talk.Key.ToString(), last, null)).Proof!;
        AssertProves(newest, second);
        AssertProves((await Heads(product).ProveRecord(newest.Shard, newest.Record.Sequence, second.Number)).Proof!, second);

        Assert.Equal("not_found", (await Heads(product).ProveEvent(talk.Key.ToString(), last, first.Number)).Refusal?.Code);
        Assert.Equal("not_found", (await Heads(product).ProveEvent(talk.Key.ToString(), last + 1, null)).Refusal?.Code);
        Assert.Equal("not_found", (await Heads(product).ProveEvent(talk.Key.ToString(), 1, 99)).Refusal?.Code);
        Assert.Equal("not_found", (await Heads(product).ProveRecord(newest.Shard, 999, null)).Refusal?.Code);
    }

    [Fact]
    public async Task A_later_head_is_proved_to_go_on_from_an_earlier_one()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.Idle();
        var first = await Heads(product).Sign();
        await talk.ChangesUntold();
        await talk.ChangesUntold();
        var second = await Heads(product).Sign();

        var proof = (await Heads(product).ProveConsistency(first.Number, second.Number))!;

        var shard = Assert.Single(proof.Shards);
        Assert.Equal((first.Shards[0].Root, second.Shards[0].Root), (shard.RootBefore, shard.Root));
        Assert.True(MerkleVerification.GoesOn(
            shard.SizeBefore, Hex(shard.RootBefore), shard.Size, Hex(shard.Root), [.. shard.Hashes.Select(Convert.FromHexString)]));
        Assert.Null(await Heads(product).ProveConsistency(second.Number, first.Number));
        Assert.Null(await Heads(product).ProveConsistency(first.Number, 99));
    }

    [Fact]
    public async Task A_new_key_signs_the_next_head_and_the_old_ones_still_verify()
    {
        var settings = new ProductSettings();
        await using var product = await Product.StartAsync(settings);
        await product.OpenTalk();
        await product.Idle();
        var old = await Heads(product).Sign();
        settings.Product["Archive:SigningKey"] = LedgerSigner.NewKey();
        await product.KillAndStartAsync();

        var head = await Heads(product).Sign();

        var keys = await Heads(product).GetKeys();
        Assert.Equal([(old.Key, false), (head.Key, true)], keys.Select(key => (key.Id, key.Signs)));
        Assert.True(Parse(old).IsSignedBy(LedgerPublicKey.FromPem(keys[0].Pem)));
        Assert.True(Parse(head).IsSignedBy(LedgerPublicKey.FromPem(keys[1].Pem)));
        Assert.Equal((await Heads(product).FindHead(head.Number - 1))!.Hash, head.Previous);
    }

    private static void AssertProves(RecordProof proof, TreeHeadCard head)
    {
        Assert.Equal((head.Number, head.Shards[proof.Shard].Root, head.Shards[proof.Shard].Size), (proof.Head, proof.Root, proof.Size));
        Assert.True(MerkleVerification.Includes(
            Hex(proof.Record.LeafHash), proof.Record.Sequence - 1, proof.Size, Hex(proof.Root), [.. proof.Hashes.Select(Convert.FromHexString)]));
    }

    private static byte[] Hex(string hex) => Convert.FromHexString(hex);

    private static SignedTreeHead Parse(TreeHeadCard card) =>
        SignedTreeHead.TryParse(Encoding.UTF8.GetBytes(card.Text), out var head, out var fault) ? head : throw new FormatException(fault);

    private static ITreeHeadGrain Heads(Product product) => product.Grains.GetGrain<ITreeHeadGrain>(Firms.Northwind);
}
