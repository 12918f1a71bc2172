using System.Security.Cryptography;
using MultiLine.Domain.Ledger;

namespace MultiLine.Domain.Tests.Ledger;

/// <summary>Trees as RFC 6962, section 2.1, defines them, word by word.</summary>
internal static class Trees
{
    public static byte[] Leaf(byte[] data) => SHA256.HashData([0x00, .. data]);

    public static byte[][] Leaves(int count) => [.. Enumerable.Range(0, count).Select(n => Leaf(BitConverter.GetBytes(n)))];

    public static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 0)
            return SHA256.HashData([]);
        if (leaves.Length == 1)
            return leaves[0];
        var half = 1;
        while (half * 2 < leaves.Length)
            half *= 2;
        return SHA256.HashData([0x01, .. Root(leaves[..half]), .. Root(leaves[half..])]);
    }

    public static CompactTree Compact(IEnumerable<byte[]> leaves)
    {
        var tree = new CompactTree();
        foreach (var leaf in leaves)
            tree.Append(leaf);
        return tree;
    }
}

/// <summary>Leaves in memory, and above them what a tree told while they were appended.</summary>
internal sealed class KeptHashes : MerkleSource
{
    private readonly Dictionary<(int Height, long Index), byte[]> _kept = [];

    public KeptHashes(byte[][] leaves)
    {
        var tree = new CompactTree();
        for (var i = 0; i < leaves.Length; i++)
        {
            _kept[(0, i)] = leaves[i];
            tree.Append(leaves[i], (height, index, root) => _kept.Add((height, index), root.ToArray()));
        }
    }

    public int Reads { get; private set; }

    protected override byte[] Read(int height, long first, int count)
    {
        Reads += count;
        return [.. Enumerable.Range(0, count).SelectMany(i => _kept[(height, first + i)])];
    }
}
