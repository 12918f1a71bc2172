using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MultiLine.Domain.Ledger;

/// <summary>The hashes of the ledger. Leaves are hashed as in RFC 6962, section 2.1, so that a Merkle tree can stand on them.</summary>
public static class LedgerHash
{
    private const byte LeafPrefix = 0x00;

    /// <summary>Bytes of all fields except the key and the body.</summary>
    private const int Fields = 25;

    /// <summary>Up to this many bytes need no memory beside the stack.</summary>
    private const int OnStack = 1024;

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
        var leaf = new byte[MerkleTree.HashLength];
        Leaf(conversation.ToString(), version, schema, recordedAt, body, leaf);
        return leaf;
    }

    /// <summary>The same for a key in its text form, into the 32 bytes of the destination.</summary>
    public static void Leaf(
        string conversation, long version, int schema, DateTimeOffset recordedAt, ReadOnlySpan<byte> body, Span<byte> destination)
    {
        var key = Encoding.UTF8.GetByteCount(conversation);
        var length = Fields + key + body.Length;
        var rented = length > OnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        var bytes = rented is null ? stackalloc byte[OnStack] : rented;
        bytes[0] = LeafPrefix;
        BinaryPrimitives.WriteInt32BigEndian(bytes[1..], key);
        Encoding.UTF8.GetBytes(conversation, bytes[5..]);
        var rest = bytes[(5 + key)..];
        BinaryPrimitives.WriteInt64BigEndian(rest, version);
        BinaryPrimitives.WriteInt32BigEndian(rest[8..], schema);
        BinaryPrimitives.WriteInt64BigEndian(rest[12..], (recordedAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        body.CopyTo(rest[20..]);
        SHA256.HashData(bytes[..length], destination);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
    }

    /// <summary>What a shard's chain begins with: SHA-256 over a fixed line and the shard's name, so that no chain passes for another's.</summary>
    public static byte[] ChainStart(string shard) => SHA256.HashData(Encoding.UTF8.GetBytes($"multiline-ledger-1\n{shard}"));

    /// <summary>SHA-256 over the chain so far and the next leaf.</summary>
    public static byte[] Chain(ReadOnlySpan<byte> chain, ReadOnlySpan<byte> leaf)
    {
        var next = new byte[MerkleTree.HashLength];
        Chain(chain, leaf, next);
        return next;
    }

    /// <summary>The same into the 32 bytes of the destination, which may be those of the chain so far.</summary>
    public static void Chain(ReadOnlySpan<byte> chain, ReadOnlySpan<byte> leaf, Span<byte> destination)
    {
        Span<byte> bytes = stackalloc byte[2 * MerkleTree.HashLength];
        chain.CopyTo(bytes);
        leaf.CopyTo(bytes[MerkleTree.HashLength..]);
        SHA256.HashData(bytes, destination);
    }
}
