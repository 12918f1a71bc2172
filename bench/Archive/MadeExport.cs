using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MultiLine.Domain.Content;
using MultiLine.Domain.Ledger;
using MultiLine.Domain.Ledger.Exports;

namespace MultiLine.Archive;

/// <summary>Writes an export of a ledger with messages of some 200 characters, in which every hash and signature is right.</summary>
internal static class MadeExport
{
    private const string Organization = "acme";
    private const int Conversations = 1_000;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <returns>The key with which it is signed.</returns>
    public static LedgerPublicKey Write(Stream output, int records)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var publicKey = LedgerPublicKey.Of(key);
        var lines = Records(records, out var shard);
        var head = SignedTreeHead.Sign(new TreeHead(Organization, 1, Start.AddDays(365), TreeHead.NoHead, publicKey.Id, [shard]), key);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(Text(ExportLines.Export(Organization, 1, Start.AddDays(366), "cora", ExportLines.Everything)));
        Add(Text(ExportLines.Key(publicKey)));
        Add(Text(ExportLines.Head(head)));
        lines.ForEach(Add);
        var (count, digest) = (lines.Count + 3, Convert.ToHexStringLower(hash.GetCurrentHash()));
        var signature = key.SignData(
            ExportLines.EndText(count, digest, publicKey.Id), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        Add(Text(ExportLines.End(count, digest, publicKey.Id, Convert.ToHexStringLower(signature))));
        return publicKey;

        void Add(byte[] line)
        {
            hash.AppendData(line);
            hash.AppendData("\n"u8);
            output.Write(line);
            output.Write("\n"u8);
        }
    }

    private static List<byte[]> Records(int records, out ShardHead shard)
    {
        var random = new Random(1);
        var tree = new CompactTree();
        var chain = LedgerHash.ChainStart(TreeHead.ShardName(Organization, 0));
        List<byte[]> lines = new(records);
        var leaf = new byte[MerkleTree.HashLength];
        for (var i = 0; i < records; i++)
        {
            var (conversation, version) = ($"{Organization}/sales/k{i % Conversations}", (i / Conversations) + 1);
            var salt = new byte[Commitment.SaltLength];
            random.NextBytes(salt);
            var value = Text($$"""{"schema":1,"text":"{{Words(random)}}"}""");
            var at = Start.AddSeconds(i);
            var body = Text(string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"type":"message_received","message_id":"{{i:x32}}","channel":"whatsapp","number":"106540352242922","provider_message_id":"wamid.{{i:x40}}","kind":"text","commitment":"{{Commitment.Of(salt, value)}}","at":"{{at:O}}","provider_at":"{{at:O}}"}"""));
            LedgerHash.Leaf(conversation, version, 1, at, body, leaf);
            LedgerHash.Chain(chain, leaf, chain);
            tree.Append(leaf);
            var record = new ExportRecord(0, i + 1, conversation, version, 1, at, Convert.ToHexStringLower(leaf), Convert.ToHexStringLower(chain));
            lines.Add(ExportLines.Record(record, body, new ExportContent.Present(salt, value)));
        }

        shard = ShardHead.Of(tree, chain);
        return lines;
    }

    private static string Words(Random random)
    {
        var text = new StringBuilder(200);
        while (text.Length < 200)
        {
            for (var letters = random.Next(2, 10); letters > 0; letters--)
                text.Append((char)('a' + random.Next(26)));
            text.Append(' ');
        }

        return text.ToString();
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
