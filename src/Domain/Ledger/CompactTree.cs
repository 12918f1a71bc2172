using System.Buffers.Binary;
using System.Numerics;

namespace MultiLine.Domain.Ledger;

/// <summary>
/// A Merkle tree as far as it is needed to append to it: its size and the roots of the perfect trees that it consists of, one for each
/// bit that is set in the size. Appending hashes one node per leaf on average.
/// </summary>
public sealed class CompactTree
{
    private const int MaxHeight = 62;

    /// <summary>At the height of a perfect tree its root; what stands at the other heights means nothing.</summary>
    private readonly byte[] _roots = new byte[(MaxHeight + 1) * MerkleTree.HashLength];

    /// <summary>How many leaves.</summary>
    public long Size { get; private set; }

    /// <summary>Is told of the root of each perfect tree whose height is a positive multiple of <see cref="MerkleSource.HeightStep"/>.</summary>
    public delegate void TreeCompleted(int height, long index, ReadOnlySpan<byte> root);

    public void Append(ReadOnlySpan<byte> leaf, TreeCompleted? completed = null) => AppendTree(0, leaf, completed);

    /// <summary>The root of all leaves; of none, SHA-256 of nothing.</summary>
    public byte[] Root()
    {
        if (Size == 0)
            return MerkleTree.EmptyRoot;

        var height = BitOperations.TrailingZeroCount(Size);
        var root = Root(height).ToArray();
        for (var rest = Size >> (height + 1); rest != 0; rest >>= 1)
        {
            height++;
            if ((rest & 1) == 1)
                MerkleTree.Node(Root(height), root, root);
        }

        return root;
    }

    /// <summary>The size, 8 bytes big endian, and the roots of the perfect trees, the largest first.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[sizeof(long) + (BitOperations.PopCount((ulong)Size) * MerkleTree.HashLength)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Size);
        var rest = bytes.AsSpan(sizeof(long));
        for (var height = MaxHeight; height >= 0; height--)
        {
            if (Has(Size, height))
            {
                Root(height).CopyTo(rest);
                rest = rest[MerkleTree.HashLength..];
            }
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static CompactTree FromBytes(ReadOnlySpan<byte> bytes)
    {
        var size = bytes.Length < sizeof(long) ? -1 : BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (size < 0 || bytes.Length != sizeof(long) + (BitOperations.PopCount((ulong)size) * MerkleTree.HashLength))
            throw new FormatException($"{bytes.Length} bytes are no compact tree.");

        var tree = new CompactTree { Size = size };
        var rest = bytes[sizeof(long)..];
        for (var height = MaxHeight; height >= 0; height--)
        {
            if (Has(size, height))
            {
                rest[..MerkleTree.HashLength].CopyTo(tree.Root(height));
                rest = rest[MerkleTree.HashLength..];
            }
        }

        return tree;
    }

    /// <summary>Appends a perfect tree of 2^height leaves; the size so far is a multiple of that.</summary>
    internal void AppendTree(int height, ReadOnlySpan<byte> root, TreeCompleted? completed = null)
    {
        Span<byte> carry = stackalloc byte[MerkleTree.HashLength];
        root.CopyTo(carry);
        var size = Size + (1L << height);
        for (; Has(Size, height); height++)
        {
            MerkleTree.Node(Root(height), carry, carry);
            if ((height + 1) % MerkleSource.HeightStep == 0)
                completed?.Invoke(height + 1, (size >> (height + 1)) - 1, carry);
        }

        carry.CopyTo(Root(height));
        Size = size;
    }

    private Span<byte> Root(int height) => _roots.AsSpan(height * MerkleTree.HashLength, MerkleTree.HashLength);

    private static bool Has(long size, int height) => ((size >> height) & 1) == 1;
}
