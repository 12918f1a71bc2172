using System.Security.Cryptography;
using MultiLine.Domain.Ledger;
using MultiLine.Storage.Ledger;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class LedgerTreesContract : StorageContract
{
    private const string Shard = "acme/0";
    private const string OtherShard = "acme/1";

    private static readonly byte[][] Leaves = [.. Enumerable.Range(1, 700).Select(n => SHA256.HashData(BitConverter.GetBytes(n)))];

    private ILedgerTrees Trees => Port<ILedgerTrees>();

    [Fact]
    public async Task The_trees_of_all_shards_are_read_at_one_moment_and_an_empty_shard_has_the_empty_tree()
    {
        await AppendAsync(0, 300);

        var heads = await Trees.HeadsAsync([Shard, OtherShard]);

        Assert.Equal([HeadOf(300), ShardHead.Empty(OtherShard)], heads);
    }

    [Fact]
    public async Task A_tree_goes_on_after_closing_and_opening()
    {
        await AppendAsync(0, 5);
        await Storage.ReopenAsync();
        await AppendAsync(5, 7);

        Assert.Equal([HeadOf(7)], await Trees.HeadsAsync([Shard]));
    }

    [Fact]
    public async Task A_refused_append_leaves_the_tree_as_it_was()
    {
        await AppendAsync(0, 5);

        Assert.False(await Port<ILedger>().AppendAsync(Shard, LedgerHead.Start(Shard), [Entry(1)]));

        Assert.Equal([HeadOf(5)], await Trees.HeadsAsync([Shard]));
    }

    [Fact]
    public async Task Every_leaf_and_every_earlier_tree_is_proved()
    {
        await AppendAsync(0, 300);
        await AppendAsync(300, 700);
        var root = TreeOf(700).Root();

        foreach (var index in (int[])[0, 255, 256, 299, 511, 512, 699])
        {
            var proof = await Trees.HashesAsync(Shard, MerkleProof.Inclusion(index, 700));
            Assert.True(MerkleVerification.Includes(Leaves[index], index, 700, root, proof));
        }

        foreach (var before in (int[])[1, 255, 256, 300, 512, 699, 700])
        {
            var proof = await Trees.HashesAsync(Shard, MerkleProof.Consistency(before, 700));
            Assert.True(MerkleVerification.GoesOn(before, TreeOf(before).Root(), 700, root, proof));
        }
    }

    [Fact]
    public async Task A_ledger_older_than_its_tree_gets_one_in_steps()
    {
        await AppendAsync(0, 600);
        await ForgetTreesAsync();
        await AppendAsync(600, 700);
        Assert.Null(await Trees.HeadsAsync([OtherShard, Shard]));

        Assert.False(await Trees.BuildAsync(Shard, 300));
        Assert.Null(await Trees.HeadsAsync([Shard]));
        Assert.False(await Trees.BuildAsync(Shard, 300));
        Assert.True(await Trees.BuildAsync(Shard, 300));
        Assert.True(await Trees.BuildAsync(Shard, 300));

        Assert.Equal([HeadOf(700)], await Trees.HeadsAsync([Shard]));
        var proof = await Trees.HashesAsync(Shard, MerkleProof.Inclusion(17, 700));
        Assert.True(MerkleVerification.Includes(Leaves[17], 17, 700, TreeOf(700).Root(), proof));
    }

    [Fact]
    public async Task Hashes_that_are_not_there_are_an_error_and_no_other_hashes()
    {
        await AppendAsync(0, 5);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Trees.HashesAsync(Shard, MerkleProof.Inclusion(0, 8)));
    }

    /// <summary>Leaves the ledger as a release without trees left it.</summary>
    protected abstract Task ForgetTreesAsync();

    private async Task AppendAsync(int from, int to)
    {
        var ledger = Port<ILedger>();
        Assert.True(await ledger.AppendAsync(Shard, await ledger.HeadAsync(Shard), [.. Enumerable.Range(from + 1, to - from).Select(n => Entry(n))]));
    }

    private static LedgerEntry Entry(int sequence) =>
        new(sequence, Anna, sequence, Leaves[sequence - 1], SHA256.HashData(BitConverter.GetBytes(-sequence)), Noon);

    private static ShardHead HeadOf(int size) => ShardHead.Of(TreeOf(size), Entry(size).ChainHash);

    private static CompactTree TreeOf(int size)
    {
        var tree = new CompactTree();
        foreach (var leaf in Leaves.Take(size))
            tree.Append(leaf);
        return tree;
    }
}
