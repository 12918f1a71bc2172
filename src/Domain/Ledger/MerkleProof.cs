namespace MultiLine.Domain.Ledger;

/// <summary>
/// Of which ranges a proof holds the hashes, in the order of the proof; <see cref="MerkleSource.HashesOf"/> reads them.
/// RFC 6962, sections 2.1.1 and 2.1.2; RFC 9162, sections 2.1.3.1 and 2.1.4.1.
/// </summary>
public static class MerkleProof
{
    /// <summary>That the leaf at an index, counted from 0, is in the tree of the first <paramref name="size"/> leaves.</summary>
    public static IReadOnlyList<MerkleRange> Inclusion(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        List<MerkleRange> proof = [];
        for (var tree = new MerkleRange(0, size); tree.Count > 1;)
        {
            var (left, right) = tree.Divide();
            (tree, var other) = index < left.End ? (left, right) : (right, left);
            proof.Add(other);
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>That the tree of the first <paramref name="size"/> leaves goes on from the tree of the first <paramref name="before"/>.</summary>
    public static IReadOnlyList<MerkleRange> Consistency(long before, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(before);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(before, size);
        if (before == 0)
            return [];

        List<MerkleRange> proof = [];
        var tree = new MerkleRange(0, size);
        while (tree.End != before)
        {
            var (left, right) = tree.Divide();
            (tree, var other) = before <= left.End ? (left, right) : (right, left);
            proof.Add(other);
        }

        // The root before is known to whoever verifies; only a part of that tree has to be told.
        if (tree.Start > 0)
            proof.Add(tree);
        proof.Reverse();
        return proof;
    }
}
