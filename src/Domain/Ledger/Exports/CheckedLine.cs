using System.Security.Cryptography;
using System.Text.Json;
using MultiLine.Domain.Content;

namespace MultiLine.Domain.Ledger.Exports;

/// <summary>
/// A line of records after everything was checked that can be checked of it alone, on any thread. Whether it follows the one before,
/// <see cref="ExportVerifier"/> checks.
/// </summary>
public sealed class CheckedLine
{
    private readonly byte[] _leaf = new byte[MerkleTree.HashLength];
    private readonly byte[] _chain = new byte[MerkleTree.HashLength];

    private CheckedLine() { }

    public int Shard { get; private init; }

    public long Sequence { get; private init; }

    /// <summary>Null where a leaf stands for the record.</summary>
    public string? Conversation { get; private init; }

    public long Version { get; private init; }

    /// <summary>The record has content, and it is in the export.</summary>
    public bool HasContent { get; private set; }

    /// <summary>The record has content, and it is not in the export.</summary>
    public bool LacksContent { get; private set; }

    /// <summary>SHA-256 of the file that the content names; null where it names none.</summary>
    public byte[]? FileSha256 { get; private set; }

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public (ExportFaultKind Kind, string Message)? Fault { get; private set; }

    public ReadOnlySpan<byte> Leaf => _leaf;

    /// <summary>As it is written there.</summary>
    public ReadOnlySpan<byte> Chain => _chain;

    internal static bool IsRecord(ReadOnlySpan<byte> line) => line.StartsWith("{\"kind\":\"record\","u8) || line.StartsWith("{\"kind\":\"leaf\","u8);

    /// <param name="line">Without its line feed.</param>
    /// <returns>Null where the line is none of a record.</returns>
    public static CheckedLine? Check(ReadOnlySpan<byte> line)
    {
        var reader = new LineReader(line);
        return reader.TryLiteral("{\"kind\":\"record\",\"shard\":"u8) ? CheckRecord(ref reader)
            : reader.TryLiteral("{\"kind\":\"leaf\",\"shard\":"u8) ? CheckLeaf(ref reader)
            : IsRecord(line) ? Damaged()
            : null;
    }

    private static CheckedLine CheckLeaf(ref LineReader reader)
    {
        var shard = reader.Number();
        reader.Literal(",\"sequence\":"u8);
        var line = new CheckedLine { Shard = (int)Math.Min(shard, int.MaxValue), Sequence = reader.Number() };
        reader.Literal(",\"leaf\":\""u8);
        reader.Hash(line._leaf);
        reader.Literal("\",\"chain\":\""u8);
        reader.Hash(line._chain);
        reader.Literal("\"}"u8);
        return reader.IsDone ? line : Damaged();
    }

    private static CheckedLine CheckRecord(ref LineReader reader)
    {
        var shard = reader.Number();
        reader.Literal(",\"sequence\":"u8);
        var sequence = reader.Number();
        reader.Literal(",\"conversation\":\""u8);
        var conversation = reader.Word();
        reader.Literal("\",\"version\":"u8);
        var version = reader.Number();
        reader.Literal(",\"schema\":"u8);
        var schema = reader.Number();
        reader.Literal(",\"recorded_at\":\""u8);
        var recordedAt = reader.Time();
        var line = new CheckedLine { Shard = (int)Math.Min(shard, int.MaxValue), Sequence = sequence, Conversation = conversation, Version = version };
        reader.Literal("\",\"leaf\":\""u8);
        reader.Hash(line._leaf);
        reader.Literal("\",\"chain\":\""u8);
        reader.Hash(line._chain);
        reader.Literal("\",\"event\":"u8);
        if (reader.Failed || schema > int.MaxValue || ReadEvent(reader.Rest, out var commitment) is not (> 0 and var length))
            return Damaged();

        var body = reader.Rest[..length];
        reader.Skip(length);
        line.CheckEvent(conversation, version, (int)schema, recordedAt, body);
        line.CheckContent(ref reader, commitment);
        return reader.IsDone ? line : Damaged();
    }

    private void CheckEvent(string conversation, long version, int schema, DateTimeOffset recordedAt, ReadOnlySpan<byte> body)
    {
        Span<byte> leaf = stackalloc byte[MerkleTree.HashLength];
        LedgerHash.Leaf(conversation, version, schema, recordedAt, body, leaf);
        if (!leaf.SequenceEqual(_leaf))
            Fault = (ExportFaultKind.ChangedRecord, $"{Name}, version {version} of {conversation}, is not what the ledger took.");
    }

    private void CheckContent(ref LineReader reader, ReadOnlySpan<byte> commitment)
    {
        if (reader.TryLiteral("}"u8))
        {
            if (!commitment.IsEmpty)
                Fault ??= (ExportFaultKind.ChangedContent, $"{Name} says nothing of the content that its event commits to.");
            return;
        }

        if (reader.TryLiteral(",\"content\":null}"u8))
        {
            LacksContent = true;
            if (commitment.IsEmpty)
                Fault ??= (ExportFaultKind.ChangedContent, $"{Name} speaks of a content, and its event commits to none.");
            return;
        }

        reader.Literal(",\"content\":{\"salt\":\""u8);
        Span<byte> salt = stackalloc byte[Commitment.SaltLength];
        reader.Hash(salt);
        reader.Literal("\",\"value\":"u8);
        if (reader.Failed || !reader.Rest.EndsWith("}}"u8))
        {
            reader.Fail<int>();
            return;
        }

        HasContent = true;
        var value = reader.Rest[..^2];
        reader.Skip(reader.Rest.Length);
        FileSha256 = ExportLines.FileOf(value);
        if (!Commits(commitment, salt, value))
            Fault ??= (ExportFaultKind.ChangedContent, $"The content of {Name.ToLowerInvariant()}, version {Version} of {Conversation}, is not the one that its event commits to.");
    }

    private static bool Commits(ReadOnlySpan<byte> commitment, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> value)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(value);
        Span<byte> found = stackalloc byte[MerkleTree.HashLength];
        hash.GetHashAndReset(found);
        Span<byte> digits = stackalloc byte[2 * MerkleTree.HashLength];
        Convert.TryToHexStringLower(found, digits, out _);
        return digits.SequenceEqual(commitment);
    }

    /// <summary>How many bytes the event has that begins here, or 0 where none does; and what it commits to, or nothing.</summary>
    internal static int ReadEvent(ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> commitment)
    {
        commitment = default;
        var json = new Utf8JsonReader(rest, new JsonReaderOptions { MaxDepth = 64 });
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                return 0;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isCommitment = json.ValueTextEquals("commitment"u8);
                json.Read();
                if (isCommitment && json.TokenType == JsonTokenType.String)
                    commitment = json.ValueSpan;
                json.Skip();
            }

            return json.TokenType == JsonTokenType.EndObject ? (int)json.BytesConsumed : 0;
        }
        catch (JsonException)
        {
            return 0;
        }
    }

    private string Name => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Record {Sequence} of shard {Shard}");

    private static CheckedLine Damaged() =>
        new() { Fault = (ExportFaultKind.DamagedLine, "The line is not written as lines of an export are.") };
}
