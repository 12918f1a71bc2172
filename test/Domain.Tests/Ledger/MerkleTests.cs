using FsCheck.Fluent;
using MultiLine.Domain.Ledger;

namespace MultiLine.Domain.Tests.Ledger;

public sealed class MerkleTests
{
    private static readonly byte[][] Leaves = Trees.Leaves(700);
    private static readonly KeptHashes Kept = new(Leaves);

    [Fact]
    public void The_root_is_at_every_size_what_the_definition_says()
    {
        var tree = new CompactTree();
        Assert.Equal(Trees.Root([]), tree.Root());
        for (var size = 1; size <= Leaves.Length; size++)
        {
            tree.Append(Leaves[size - 1]);
            Assert.Equal(Trees.Root(Leaves.AsSpan(0, size)), tree.Root());
        }
    }

    [Fact]
    public void A_tree_read_back_from_its_bytes_goes_on_as_if_it_had_never_been_written()
    {
        for (var size = 0; size <= 40; size++)
        {
            var tree = CompactTree.FromBytes(Trees.Compact(Leaves.Take(size)).ToBytes());

            Assert.Equal(size, tree.Size);
            Assert.Equal(Trees.Root(Leaves.AsSpan(0, size)), tree.Root());
            tree.Append(Leaves[size]);
            Assert.Equal(Trees.Root(Leaves.AsSpan(0, size + 1)), tree.Root());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000000000000")]
    [InlineData("0000000000000001")]
    [InlineData("000000000000000000")]
    [InlineData("8000000000000000")]
    public void Bytes_that_are_no_tree_are_refused(string hex) =>
        Assert.Throws<FormatException>(() => CompactTree.FromBytes(Convert.FromHexString(hex)));

    [Fact]
    public void Every_leaf_is_proved_in_every_tree_and_at_no_other_place()
    {
        var places = Gen.Choose(1, Leaves.Length).SelectMany(size => Gen.Choose(0, size - 1).Select(index => (Index: index, Size: size)));
        Property.Holds(
            places.ToArbitrary(),
            place =>
            {
                var (index, size) = place;
                var leaf = Leaves[index];
                var root = Trees.Root(Leaves.AsSpan(0, size));
                var proof = Kept.HashesOf(MerkleProof.Inclusion(index, size));

                Assert.True(MerkleVerification.Includes(leaf, index, size, root, proof));
                Assert.False(MerkleVerification.Includes(leaf, index + 1, size, root, proof));
                Assert.False(MerkleVerification.Includes(Leaves[(index + 1) % Leaves.Length], index, size, root, proof));
                Assert.False(MerkleVerification.Includes(leaf, index, size, Trees.Root(Leaves.AsSpan(0, size - 1)), proof));
                Assert.False(MerkleVerification.Includes(leaf, index, size, root, [.. proof, leaf]));
                Assert.False(proof.Count > 0 && MerkleVerification.Includes(leaf, index, size, root, [.. proof.Skip(1)]));
            });
    }

    [Fact]
    public void Every_tree_is_proved_to_go_on_from_every_tree_before_it()
    {
        for (var size = 1; size <= 70; size++)
        {
            var root = Trees.Root(Leaves.AsSpan(0, size));
            for (var before = 0; before <= size; before++)
            {
                var rootBefore = Trees.Root(Leaves.AsSpan(0, before));
                var proof = Kept.HashesOf(MerkleProof.Consistency(before, size));

                Assert.True(MerkleVerification.GoesOn(before, rootBefore, size, root, proof));
                Assert.False(MerkleVerification.GoesOn(before, Leaves[699], size, root, proof));
                Assert.False(MerkleVerification.GoesOn(before, rootBefore, size, root, [.. proof, Leaves[0]]));
                if (before > 0)
                    Assert.False(MerkleVerification.GoesOn(before, rootBefore, size, Leaves[699], proof));
                if (proof.Count > 0)
                    Assert.False(MerkleVerification.GoesOn(before, rootBefore, size, root, [.. proof.Take(proof.Count - 1)]));
            }
        }
    }

    [Fact]
    public void A_rewritten_leaf_breaks_the_proof_that_the_tree_goes_on()
    {
        byte[][] rewritten = [.. Leaves.Take(100)];
        rewritten[17] = Leaves[600];
        var root = Trees.Root(rewritten);

        var proof = new KeptHashes(rewritten).HashesOf(MerkleProof.Consistency(50, 100));

        Assert.False(MerkleVerification.GoesOn(50, Trees.Root(Leaves.AsSpan(0, 50)), 100, root, proof));
    }

    [Fact]
    public void Proofs_of_other_places_sizes_and_hash_lengths_are_refused_without_an_error()
    {
        var root = Trees.Root(Leaves.AsSpan(0, 8));
        var proof = Kept.HashesOf(MerkleProof.Inclusion(3, 8));

        Assert.False(MerkleVerification.Includes(Leaves[3], -1, 8, root, proof));
        Assert.False(MerkleVerification.Includes(Leaves[3], 8, 8, root, proof));
        Assert.False(MerkleVerification.Includes(Leaves[3].AsSpan(1), 3, 8, root, proof));
        Assert.False(MerkleVerification.Includes(Leaves[3], 3, 8, root, [.. proof.Skip(1), []]));
        Assert.False(MerkleVerification.GoesOn(-1, root, 8, root, []));
        Assert.False(MerkleVerification.GoesOn(9, root, 8, root, []));
        Assert.False(MerkleVerification.GoesOn(3, root, 8, root, [[1]]));
        Assert.False(MerkleVerification.GoesOn(3, root, 8, root, []));
    }

    [Fact]
    public void A_proof_in_a_large_tree_reads_a_few_hundred_hashes()
    {
        var kept = new KeptHashes(Trees.Leaves(70_000));

        var proof = kept.HashesOf(MerkleProof.Inclusion(12_345, 70_000));

        Assert.Equal(17, proof.Count);
        Assert.InRange(kept.Reads, 17, 3 * 256);
    }
}
