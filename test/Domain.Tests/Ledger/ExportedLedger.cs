using System.Security.Cryptography;
using System.Text;
using MultiLine.Domain.Content;
using MultiLine.Domain.Ledger;
using MultiLine.Domain.Ledger.Exports;

namespace MultiLine.Domain.Tests.Ledger;

/// <summary>A ledger of two shards with a few conversations, and exports of it.</summary>
internal sealed class ExportedLedger : IDisposable
{
    public const string Organization = "acme";

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly List<SignedTreeHead> _heads = [];
    private readonly List<Entry> _entries = [];

    public ECDsa Key { get; init; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public LedgerPublicKey PublicKey => LedgerPublicKey.Of(Key);

    public SignedTreeHead Newest => _heads[^1];

    /// <summary>One more event, which the ledger takes.</summary>
    /// <param name="shard">Of its conversation.</param>
    /// <param name="conversation">Whose.</param>
    /// <param name="text">What it says; null for an event that commits to nothing.</param>
    /// <param name="file">What it came with, in the pieces in which it is exported; null for nothing.</param>
    public ExportedLedger Add(int shard, string conversation, string? text, byte[][]? file = null)
    {
        var media = file is null ? "" : $$""","media":{"kind":"image","provider_id":"p1","sha256":"{{Convert.ToBase64String(SHA256.HashData([.. file.SelectMany(piece => piece)]))}}"}""";

        var before = _entries.FindAll(entry => entry.Record.Shard == shard);
        var chain = before is [.., var last] ? Convert.FromHexString(last.Record.Chain) : LedgerHash.ChainStart(TreeHead.ShardName(Organization, shard));
        var version = before.Count(entry => entry.Record.Conversation == conversation) + 1;
        var salt = SHA256.HashData(Encoding.UTF8.GetBytes($"{conversation}/{version}"));
        var value = text is null ? null : Encoding.UTF8.GetBytes($$"""{"schema":1,"text":"{{text}}"{{media}}}""");
        var body = Encoding.UTF8.GetBytes(value is null
            ? """{"type":"session_closed","at":"2026-03-02T09:00:00+00:00"}"""
            : $$"""{"type":"message_received","policy":{"commitment":"no"},"commitment":"{{Commitment.Of(salt, value)}}"}""");
        var at = Start.AddMicroseconds((_entries.Count * 1_000_000) + 7);
        var leaf = new byte[MerkleTree.HashLength];
        LedgerHash.Leaf(conversation, version, 1, at, body, leaf);
        chain = LedgerHash.Chain(chain, leaf);
        var record = new ExportRecord(
            shard, before.Count + 1, conversation, version, 1, at, Convert.ToHexStringLower(leaf), Convert.ToHexStringLower(chain));
        _entries.Add(new Entry(record, body, value is null ? new ExportContent.None() : new ExportContent.Present(salt, value)) { File = file });
        return this;
    }

    public ExportedLedger SignHead()
    {
        var shards = Enumerable.Range(0, 2).Select(shard =>
        {
            var tree = new CompactTree();
            var entries = _entries.FindAll(entry => entry.Record.Shard == shard);
            entries.ForEach(entry => tree.Append(Convert.FromHexString(entry.Record.Leaf)));
            return ShardHead.Of(
                tree, entries is [.., var last] ? Convert.FromHexString(last.Record.Chain) : LedgerHash.ChainStart(TreeHead.ShardName(Organization, shard)));
        });
        var head = new TreeHead(
            Organization, _heads.Count + 1, Start.AddMinutes(_heads.Count + 1), _heads is [.., var before] ? before.Head.Hash() : TreeHead.NoHead, PublicKey.Id,
            [.. shards]);
        _heads.Add(SignedTreeHead.Sign(head, Key));
        return this;
    }

    /// <summary>Everything up to the newest head.</summary>
    /// <param name="shown">How a record is shown; null for all as they are.</param>
    /// <param name="holds">What the export says that it holds.</param>
    public byte[] Export(Func<ExportRecord, Shown>? shown = null, string holds = ExportLines.Everything)
    {
        List<byte[]> lines =
        [
            Text(ExportLines.Export(Organization, Newest.Head.Number, Start.AddDays(1), "beatriz", holds)),
            Text(ExportLines.Key(PublicKey)),
            .. _heads.Select(head => Text(ExportLines.Head(head))),
        ];
        foreach (var (record, body, content) in _entries.OrderBy(entry => entry.Record.Shard).ThenBy(entry => entry.Record.Sequence))
        {
            switch (shown?.Invoke(record) ?? Shown.Whole)
            {
                case Shown.Whole:
                    lines.Add(ExportLines.Record(record, body, content));
                    lines.AddRange(FileOf(record));
                    break;
                case Shown.WithoutContent:
                    lines.Add(ExportLines.Record(record, body, content is ExportContent.None ? content : new ExportContent.Absent()));
                    break;
                case Shown.LeafOnly:
                    lines.Add(Text(ExportLines.Leaf(record.Shard, record.Sequence, record.Leaf, record.Chain)));
                    break;
            }
        }

        return Sealed(lines);
    }

    /// <summary>The lines with an end that is signed with the right key.</summary>
    public byte[] Sealed(IReadOnlyList<byte[]> lines)
    {
        byte[] file = [.. lines.SelectMany(line => (byte[])[.. line, (byte)'\n'])];
        var digest = Convert.ToHexStringLower(SHA256.HashData(file));
        var signature = Key.SignData(
            ExportLines.EndText(lines.Count, digest, PublicKey.Id), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return [.. file, .. Text(ExportLines.End(lines.Count, digest, PublicKey.Id, Convert.ToHexStringLower(signature))), (byte)'\n'];
    }

    public void Dispose() => Key.Dispose();

    private static byte[] Text(string line) => Encoding.UTF8.GetBytes(line);

    internal enum Shown
    {
        Whole,
        WithoutContent,
        LeafOnly,
        NotAtAll,
    }

    private IEnumerable<byte[]> FileOf(ExportRecord record)
    {
        var pieces = _entries.Single(entry => entry.Record == record).File ?? [];
        var sha256 = SHA256.HashData([.. pieces.SelectMany(piece => piece)]);
        return pieces.Select((piece, place) => ExportLines.File(record.Shard, record.Sequence, place + 1, pieces.Length, sha256, piece));
    }

    private sealed record Entry(ExportRecord Record, byte[] Body, ExportContent Content)
    {
        public byte[][]? File { get; init; }
    }
}
