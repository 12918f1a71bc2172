using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MultiLine.Domain.Ledger;

/// <summary>The hashes of the ledger. Leaves are hashed as in RFC 6962, section 2.1, so that a Merkle tree can stand on them.</summary>
public static class LedgerHash
{
    private const byte LeafPrefix = 0x00;

    /// <summary>
    /// SHA-256 over 0x00, the conversation's key in UTF-8 with its length (32 bits, big endian), the version (64 bits, big endian) and
    /// the event's stored bytes.
    /// </summary>
    public static byte[] Leaf(ConversationKey conversation, long version, ReadOnlySpan<byte> body)
    {
        var key = Encoding.UTF8.GetBytes(conversation.ToString());
        Span<byte> keyLength = stackalloc byte[sizeof(int)];
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt32BigEndian(keyLength, key.Length);
        BinaryPrimitives.WriteInt64BigEndian(number, version);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([LeafPrefix]);
        hash.AppendData(keyLength);
        hash.AppendData(key);
        hash.AppendData(number);
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    /// <summary>SHA-256 over the chain so far and the next leaf. The chain begins with 32 zero bytes.</summary>
    public static byte[] Chain(ReadOnlySpan<byte> chain, ReadOnlySpan<byte> leaf) => SHA256.HashData([.. chain, .. leaf]);
}
