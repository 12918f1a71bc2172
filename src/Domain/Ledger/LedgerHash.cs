using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MultiLine.Domain.Ledger;

/// <summary>The hashes of the ledger. Leaves are hashed as in RFC 6962, section 2.1, so that a Merkle tree can stand on them.</summary>
public static class LedgerHash
{
    private const byte LeafPrefix = 0x00;

    /// <summary>
    /// SHA-256 over everything that says what was recorded and how it is read. Numbers are big endian:
    /// <code>
    /// bytes  what
    ///     1  0x00
    ///     4  length of the conversation's key
    ///     k  the conversation's key, UTF-8
    ///     8  the event's version in the conversation
    ///     4  schema version of the event's body
    ///     8  when the ledger took it, microseconds since 1970 in UTC
    ///     n  the event's body as it is stored
    /// </code>
    /// </summary>
    public static byte[] Leaf(ConversationKey conversation, long version, int schema, DateTimeOffset recordedAt, ReadOnlySpan<byte> body)
    {
        var key = Encoding.UTF8.GetBytes(conversation.ToString());
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([LeafPrefix]);
        Append(hash, key.Length);
        hash.AppendData(key);
        Append(hash, version);
        Append(hash, schema);
        Append(hash, (recordedAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    /// <summary>What a shard's chain begins with: SHA-256 over a fixed line and the shard's name, so that no chain passes for another's.</summary>
    public static byte[] ChainStart(string shard) => SHA256.HashData(Encoding.UTF8.GetBytes($"multiline-ledger-1\n{shard}"));

    /// <summary>SHA-256 over the chain so far and the next leaf.</summary>
    public static byte[] Chain(ReadOnlySpan<byte> chain, ReadOnlySpan<byte> leaf) => SHA256.HashData([.. chain, .. leaf]);

    private static void Append(IncrementalHash hash, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
