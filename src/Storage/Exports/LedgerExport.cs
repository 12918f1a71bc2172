using System.Text;
using MultiLine.Domain;
using MultiLine.Domain.Content;
using MultiLine.Domain.Ledger;
using MultiLine.Domain.Ledger.Exports;
using MultiLine.Storage.Content;
using MultiLine.Storage.Ledger;
using MultiLine.Storage.Log;
using MultiLine.Storage.Media;

namespace MultiLine.Storage.Exports;

/// <summary>Reads an organisation's ledger as the lines of an export: what comes first, the records piece by piece, the end.</summary>
public sealed class LedgerExport(ILedger ledger, ITreeHeads heads, ILedgerSigner signers, IConversationLog log, ContentSealer sealer, KeptMedia media)
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

    /// <summary>The records behind a place, up to the first one with a file; or a piece of a file.</summary>
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
        if (place.Piece is { } next)
            return await ReadFileAsync(plan, place, next, cancellationToken);
        var shards = (await HeadOf(plan, cancellationToken)).Head.Shards;
        while (place.Shard < shards.Count && place.Sequence >= shards[place.Shard].Size)
            place = new ExportPlace(place.Shard + 1, 0);
        if (place.Shard == shards.Count)
            return new ExportPiece([], 0, null);

        var name = TreeHead.ShardName(plan.Organization, place.Shard);
        var count = (int)Math.Min(limit, shards[place.Shard].Size - place.Sequence);
        var entries = await ledger.ReadAsync(name, place.Sequence, count, cancellationToken);
        if (entries.Count != count)
            throw new InvalidDataException($"The ledger of {name} ends before record {shards[place.Shard].Size}, which tree head {plan.Head} has.");
        var lines = await LinesOf(plan, place.Shard, entries, cancellationToken);
        List<byte[]> fitting = [];
        foreach (var (entry, line) in entries.Zip(lines).TakeWhile(pair => (bytes -= pair.Second.Bytes.Length) >= 0 || fitting.Count == 0))
        {
            fitting.Add(line.Bytes);
            if (line.Sha256 is { } sha256 && await IsKeptAsync(plan, sha256, cancellationToken))
                return new ExportPiece(fitting, fitting.Count, new ExportPlace(place.Shard, entry.Sequence, 0));
        }

        return new ExportPiece(fitting, fitting.Count, new ExportPlace(place.Shard, entries[fitting.Count - 1].Sequence));
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

    /// <summary>A piece of the file of the last record. Where the file has gone meanwhile, nothing: what is missing of it the verifier names.</summary>
    private async Task<ExportPiece> ReadFileAsync(ExportPlan plan, ExportPlace place, int piece, CancellationToken cancellationToken)
    {
        var rest = place with { Piece = null };
        var entries = await ledger.ReadAsync(TreeHead.ShardName(plan.Organization, place.Shard), place.Sequence - 1, 1, cancellationToken);
        if ((await LinesOf(plan, place.Shard, entries, cancellationToken))[0].Sha256 is not { } sha256)
            return new ExportPiece([], 0, rest);
        using var bytes = await media.OpenAsync(plan.Organization, sha256, cancellationToken);
        if (bytes is null)
            return new ExportPiece([], 0, rest);
        var count = Math.Max(1, SealedPieces.Count(bytes.Length));
        var plain = bytes.Length == 0 ? [] : await bytes.ReadAsync(piece, cancellationToken);
        return new ExportPiece(
            [[.. ExportLines.File(place.Shard, place.Sequence, piece + 1, count, sha256, plain), (byte)'\n']],
            0,
            piece + 1 < count ? place with { Piece = piece + 1 } : rest);
    }

    private async Task<bool> IsKeptAsync(ExportPlan plan, byte[] sha256, CancellationToken cancellationToken)
    {
        using var bytes = await media.OpenAsync(plan.Organization, sha256, cancellationToken);
        return bytes is not null;
    }

    private async Task<SignedTreeHead> HeadOf(ExportPlan plan, CancellationToken cancellationToken) =>
        await heads.FindAsync(plan.Organization, plan.Head, cancellationToken)
            ?? throw new InvalidOperationException($"{plan.Organization} has no tree head {plan.Head}.");

    private async Task<List<RecordLine>> LinesOf(ExportPlan plan, int shard, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var shown = new Dictionary<long, RecordLine>();
        foreach (var conversation in entries.Where(entry => plan.Selection.MayHave(entry.Conversation)).GroupBy(entry => entry.Conversation))
            await Show(plan, shard, conversation.Key, [.. conversation], shown, cancellationToken);

        return
        [
            .. entries.Select(entry => shown.TryGetValue(entry.Sequence, out var line)
                ? line
                : new RecordLine(Line(ExportLines.Leaf(shard, entry.Sequence, Hex(entry.LeafHash), Hex(entry.ChainHash))), null)),
        ];
    }

    /// <summary>Adds the lines of those entries of a conversation that are selected, by their sequence.</summary>
    private async Task Show(
        ExportPlan plan, int shard, ConversationKey conversation, List<LedgerEntry> entries, Dictionary<long, RecordLine> shown, CancellationToken cancellationToken)
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
            shown[entry.Sequence] = new RecordLine([.. ExportLines.Record(record, row.Body, content), (byte)'\n'], content is ExportContent.Present present ? ExportLines.FileOf(present.Value.Span) : null);
        }
    }

    private async Task<ExportContent> Open(ConversationKey conversation, long version, byte[] box, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> bytes = await sealer.OpenAsync(conversation.Organization, SealingContext.Event(conversation, version), box, cancellationToken);
        return new ExportContent.Present(bytes[..Commitment.SaltLength], bytes[Commitment.SaltLength..]);
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    private static byte[] Line(string text) => Encoding.UTF8.GetBytes($"{text}\n");

    /// <param name="Bytes">With the line feed.</param>
    /// <param name="Sha256">Of the file that the record's content names; null where it names none.</param>
    private sealed record RecordLine(byte[] Bytes, byte[]? Sha256);
}
