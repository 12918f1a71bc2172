using System.Text;
using MultiLine.Domain;
using MultiLine.Domain.Content;
using MultiLine.Domain.Ledger;
using MultiLine.Domain.Ledger.Exports;
using MultiLine.Storage.Content;
using MultiLine.Storage.Ledger;
using MultiLine.Storage.Log;

namespace MultiLine.Storage.Exports;

/// <summary>Reads an organisation's ledger as the lines of an export: what comes first, the records piece by piece, the end.</summary>
public sealed class LedgerExport(ILedger ledger, ITreeHeads heads, ILedgerSigner signers, IConversationLog log, ContentSealer sealer)
{
    /// <summary>What stands before the records.</summary>
    /// <exception cref="InvalidOperationException">There is no such tree head.</exception>
    public async Task<IReadOnlyList<byte[]>> BeginAsync(ExportPlan plan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var head = await HeadOf(plan, cancellationToken);
        var signer = await signers.GetAsync(cancellationToken);
        var keys = (await heads.KeysAsync(cancellationToken)).Select(key => LedgerPublicKey.FromPem(key.Pem)).Append(signer.PublicKey).DistinctBy(key => key.Id);
        var holds = plan.Selection.IsEverything ? ExportLines.Everything : ExportLines.Selection;
        return
        [
            Line(ExportLines.Export(plan.Organization, plan.Head, plan.MadeAt, plan.MadeBy, holds)),
            .. keys.Select(key => Line(ExportLines.Key(key))),
            Line(ExportLines.Head(head)),
        ];
    }

    /// <summary>How many records it has, leaves among them.</summary>
    public async Task<long> CountAsync(ExportPlan plan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return (await HeadOf(plan, cancellationToken)).Head.Shards.Sum(shard => shard.Size);
    }

    /// <summary>The records behind a place.</summary>
    /// <param name="plan">What is exported.</param>
    /// <param name="place">How far it has come.</param>
    /// <param name="limit">How many records at the most.</param>
    /// <param name="bytes">How long their lines may be together; a line that is longer comes alone.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidDataException">The ledger lacks a record, or the log an event.</exception>
    public async Task<ExportPiece> ReadAsync(ExportPlan plan, ExportPlace place, int limit, long bytes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(place);
        var shards = (await HeadOf(plan, cancellationToken)).Head.Shards;
        while (place.Shard < shards.Count && place.Sequence >= shards[place.Shard].Size)
            place = new ExportPlace(place.Shard + 1, 0);
        if (place.Shard == shards.Count)
            return new ExportPiece([], null);

        var name = TreeHead.ShardName(plan.Organization, place.Shard);
        var count = (int)Math.Min(limit, shards[place.Shard].Size - place.Sequence);
        var entries = await ledger.ReadAsync(name, place.Sequence, count, cancellationToken);
        if (entries.Count != count)
            throw new InvalidDataException($"The ledger of {name} ends before record {shards[place.Shard].Size}, which tree head {plan.Head} has.");
        var lines = await LinesOf(plan, place.Shard, entries, cancellationToken);
        var fitting = lines.TakeWhile((line, index) => (bytes -= line.Length) >= 0 || index == 0).ToList();
        return new ExportPiece(fitting, new ExportPlace(place.Shard, entries[fitting.Count - 1].Sequence));
    }

    /// <summary>What stands behind the records.</summary>
    /// <param name="lines">How many come before it.</param>
    /// <param name="sha256">Over all bytes before it, lower-case hex.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<byte[]> EndAsync(long lines, string sha256, CancellationToken cancellationToken = default)
    {
        var signer = await signers.GetAsync(cancellationToken);
        return Line(ExportLines.End(lines, sha256, signer.PublicKey.Id, signer.SignExport(lines, sha256)));
    }

    private async Task<SignedTreeHead> HeadOf(ExportPlan plan, CancellationToken cancellationToken) =>
        await heads.FindAsync(plan.Organization, plan.Head, cancellationToken)
            ?? throw new InvalidOperationException($"{plan.Organization} has no tree head {plan.Head}.");

    private async Task<List<byte[]>> LinesOf(ExportPlan plan, int shard, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var shown = new Dictionary<long, byte[]>();
        foreach (var conversation in entries.Where(entry => plan.Selection.MayHave(entry.Conversation)).GroupBy(entry => entry.Conversation))
            await Show(plan, shard, conversation.Key, [.. conversation], shown, cancellationToken);

        return
        [
            .. entries.Select(entry => shown.TryGetValue(entry.Sequence, out var line)
                ? line
                : Line(ExportLines.Leaf(shard, entry.Sequence, Hex(entry.LeafHash), Hex(entry.ChainHash)))),
        ];
    }

    /// <summary>Adds the lines of those entries of a conversation that are selected, by their sequence.</summary>
    private async Task Show(
        ExportPlan plan, int shard, ConversationKey conversation, List<LedgerEntry> entries, Dictionary<long, byte[]> shown, CancellationToken cancellationToken)
    {
        var rows = await log.ReadRecordedAsync(entries, cancellationToken);
        var selected = entries.FindAll(entry => plan.Selection.Has(rows[entry.Sequence].RecordedAt));
        var committing = selected.FindAll(entry => ExportLines.Commits(rows[entry.Sequence].Body)).ConvertAll(entry => entry.Version);
        var boxes = plan.WithContent && committing.Count > 0
            ? await log.ReadContentAsync(conversation, committing, cancellationToken)
            : new Dictionary<long, byte[]>();
        foreach (var entry in selected)
        {
            var row = rows[entry.Sequence];
            var record = new ExportRecord(
                shard, entry.Sequence, conversation.ToString(), entry.Version, row.Schema, entry.RecordedAt, Hex(entry.LeafHash), Hex(entry.ChainHash));
            ExportContent content = !committing.Contains(entry.Version) ? new ExportContent.None()
                : boxes.TryGetValue(entry.Version, out var box) ? await Open(conversation, entry.Version, box, cancellationToken)
                : new ExportContent.Absent();
            shown[entry.Sequence] = [.. ExportLines.Record(record, row.Body, content), (byte)'\n'];
        }
    }

    private async Task<ExportContent> Open(ConversationKey conversation, long version, byte[] box, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> bytes = await sealer.OpenAsync(conversation.Organization, SealingContext.Event(conversation, version), box, cancellationToken);
        return new ExportContent.Present(bytes[..Commitment.SaltLength], bytes[Commitment.SaltLength..]);
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    private static byte[] Line(string text) => Encoding.UTF8.GetBytes($"{text}\n");
}
