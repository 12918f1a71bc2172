using System.Numerics;
using System.Runtime.InteropServices;

namespace MultiLine.Domain.Ledger;

/// <summary>The leaves from <paramref name="Start"/> up to, but without, <paramref name="End"/>; counted from 0.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MerkleRange(long Start, long End)
{
    public long Count => End - Start;

    /// <summary>Where RFC 6962 divides these leaves: the largest power of two smaller than their number belongs to the left.</summary>
    internal (MerkleRange Left, MerkleRange Right) Divide()
    {
        var middle = Start + (1L << BitOperations.Log2((ulong)(Count - 1)));
        return (new(Start, middle), new(middle, End));
    }
}
