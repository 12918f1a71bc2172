using System.Security.Cryptography;

namespace MultiLine.Domain.Ledger;

/// <summary>
/// The hashes of a Merkle tree as in RFC 6962, section 2.1 (the same in RFC 9162, section 2.1.1). A leaf is what
/// <see cref="LedgerHash.Leaf(ConversationKey, long, int, DateTimeOffset, ReadOnlySpan{byte})"/> makes: SHA-256 over 0x00 and the record.
/// </summary>
public static class MerkleTree
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashLength = SHA256.HashSizeInBytes;

    private const byte NodePrefix = 0x01;

    /// <summary>The root of the tree without leaves: SHA-256 of nothing.</summary>
    public static byte[] EmptyRoot => SHA256.HashData([]);

    /// <summary>SHA-256 over 0x01, the left and the right hash. The destination may be one of the two.</summary>
    public static void Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> destination)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * HashLength)];
        bytes[0] = NodePrefix;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + HashLength)..]);
        SHA256.HashData(bytes, destination);
    }
}
