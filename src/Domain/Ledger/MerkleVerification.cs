using System.Numerics;

namespace MultiLine.Domain.Ledger;

/// <summary>Verifies proofs by the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2. Nothing that a proof may hold makes them throw.</summary>
public static class MerkleVerification
{
    /// <summary>Whether the leaf stands at the index, counted from 0, in the tree of this size and root.</summary>
    public static bool Includes(ReadOnlySpan<byte> leaf, long index, long size, ReadOnlySpan<byte> root, IReadOnlyList<byte[]> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (index < 0 || index >= size || leaf.Length != MerkleTree.HashLength || !AreHashes(proof))
            return false;

        var path = new Path(index, size - 1);
        var hash = leaf.ToArray();
        foreach (var other in proof)
        {
            if (path.IsAtRoot)
                return false;
            if (path.StepIsRight())
                MerkleTree.Node(other, hash, hash);
            else
                MerkleTree.Node(hash, other, hash);
        }

        return path.IsAtRoot && root.SequenceEqual(hash);
    }

    /// <summary>
    /// Whether the tree goes on from the one before: all leaves before are in it, in the same places. The tree without leaves
    /// is before every other.
    /// </summary>
    public static bool GoesOn(
        long before, ReadOnlySpan<byte> rootBefore, long size, ReadOnlySpan<byte> root, IReadOnlyList<byte[]> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (before < 0 || before > size || !AreHashes(proof))
            return false;
        if (before == 0)
            return proof.Count == 0 && rootBefore.SequenceEqual(MerkleTree.EmptyRoot);
        if (before == size)
            return proof.Count == 0 && rootBefore.SequenceEqual(root);

        IEnumerable<byte[]> hashes = BitOperations.IsPow2(before) ? [rootBefore.ToArray(), .. proof] : proof;
        var path = new Path(before - 1, size - 1);
        path.SkipRightTurns();
        byte[]? old = null, now = null;
        foreach (var hash in hashes)
        {
            if (old is null || now is null)
            {
                (old, now) = ([.. hash], [.. hash]);
                continue;
            }

            if (path.IsAtRoot)
                return false;
            if (path.StepIsRight())
            {
                MerkleTree.Node(hash, old, old);
                MerkleTree.Node(hash, now, now);
            }
            else
            {
                MerkleTree.Node(now, hash, now);
            }
        }

        return path.IsAtRoot && rootBefore.SequenceEqual(old) && root.SequenceEqual(now);
    }

    private static bool AreHashes(IReadOnlyList<byte[]> proof) => proof.All(hash => hash.Length == MerkleTree.HashLength);

    /// <summary>The way from a leaf to the root; the RFC calls the two numbers fn and sn.</summary>
    private sealed class Path(long leaf, long last)
    {
        private long _leaf = leaf;
        private long _last = last;

        public bool IsAtRoot => _last == 0;

        public void SkipRightTurns()
        {
            while ((_leaf & 1) == 1)
                Rise();
        }

        /// <summary>Goes up to the next node with two children; whether it was its right one.</summary>
        public bool StepIsRight()
        {
            var right = (_leaf & 1) == 1 || _leaf == _last;
            if (right)
            {
                while ((_leaf & 1) == 0 && _leaf != 0)
                    Rise();
            }

            Rise();
            return right;
        }

        private void Rise()
        {
            _leaf >>= 1;
            _last >>= 1;
        }
    }
}
