using System.Numerics;

namespace MultiLine.Domain.Ledger;

/// <summary>
/// Where a tree's hashes are read from to make proofs. Beside the leaves (height 0) only the roots of perfect trees of 2^8, 2^16, …
/// leaves are kept, so that a proof in a tree of any size reads some hundreds of hashes.
/// </summary>
public abstract class MerkleSource
{
    /// <summary>A root is kept at each height that is a multiple of this one.</summary>
    public const int HeightStep = 8;

    /// <summary>
    /// The roots of <paramref name="count"/> perfect trees of one height side by side, 32 bytes each, from the
    /// <paramref name="first"/> on, counted from 0. The height is a multiple of <see cref="HeightStep"/>.
    /// </summary>
    protected abstract byte[] Read(int height, long first, int count);

    /// <summary>The hash of a range that the divisions of RFC 6962 lead to, so that it begins where a perfect tree may begin.</summary>
    public byte[] HashOf(MerkleRange range)
    {
        if (range.Count == 0)
            return MerkleTree.EmptyRoot;

        var tree = new CompactTree();
        for (var start = range.Start; start < range.End;)
        {
            var height = BitOperations.Log2((ulong)(range.End - start));
            tree.AppendTree(height, Perfect(height, start >> height));
            start += 1L << height;
        }

        return tree.Root();
    }

    /// <summary>The hashes of a proof.</summary>
    public IReadOnlyList<byte[]> HashesOf(IReadOnlyList<MerkleRange> proof) => [.. proof.Select(HashOf)];

    private byte[] Perfect(int height, long index)
    {
        var above = height % HeightStep;
        var hashes = Read(height - above, index << above, 1 << above);
        for (var count = 1 << above; count > 1; count /= 2)
        {
            for (var i = 0; i < count; i += 2)
                MerkleTree.Node(At(hashes, i), At(hashes, i + 1), At(hashes, i / 2));
        }

        return hashes[..MerkleTree.HashLength];
    }

    private static Span<byte> At(byte[] hashes, int index) => hashes.AsSpan(index * MerkleTree.HashLength, MerkleTree.HashLength);
}
