using System.Security.Cryptography;

namespace MultiLine.Domain.Ledger.Exports;

/// <summary>Checks the pieces of a file that stand behind its record.</summary>
/// <param name="shard">Of the record.</param>
/// <param name="sequence">Of the record.</param>
/// <param name="sha256">Of the file that its content names.</param>
internal sealed class FileCheck(int shard, long sequence, byte[] sha256) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _pieces;
    private long _of;

    /// <summary>Some of it was there, and not all.</summary>
    public bool IsOpen => _pieces < _of;

    /// <summary>All of it was there, and is what the message came with.</summary>
    public bool IsWhole { get; private set; }

    /// <param name="reader">Behind <c>{"kind":"file","shard":</c>.</param>
    /// <returns>What is wrong; null where nothing is.</returns>
    public string? Add(ref LineReader reader)
    {
        var named = reader.Number();
        reader.Literal(",\"sequence\":"u8);
        var record = reader.Number();
        reader.Literal(",\"piece\":"u8);
        var piece = reader.Number();
        reader.Literal(",\"of\":"u8);
        var of = reader.Number();
        reader.Literal(",\"sha256\":\""u8);
        Span<byte> digest = stackalloc byte[MerkleTree.HashLength];
        reader.Hash(digest);
        reader.Literal("\",\"bytes\":\""u8);
        var bytes = reader.Base64();
        reader.Literal("\"}"u8);
        if (!reader.IsDone)
            return null;
        if (named != shard || record != sequence || !digest.SequenceEqual(sha256))
            return $"The file is not the one of record {sequence} of shard {shard}, behind which it stands.";
        if (piece != _pieces + 1 || of < piece || (_of > 0 && of != _of))
            return $"Piece {piece} of {of} stands behind piece {_pieces} of {_of} of the file of record {sequence} of shard {shard}.";
        (_pieces, _of) = (piece, of);
        _hash.AppendData(bytes);
        if (IsOpen)
            return null;
        IsWhole = _hash.GetHashAndReset().AsSpan().SequenceEqual(sha256);
        return IsWhole ? null : $"The file of record {sequence} of shard {shard} is not the one that its message came with.";
    }

    public void Dispose() => _hash.Dispose();
}
