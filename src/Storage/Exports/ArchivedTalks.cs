using MultiLine.Domain;
using MultiLine.Domain.Archive;
using MultiLine.Domain.Audit;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Ledger;
using MultiLine.Domain.Ledger.Exports;
using MultiLine.Storage.Contacts;
using MultiLine.Storage.Content;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Ledger;
using MultiLine.Storage.Log;
using MultiLine.Storage.Media;
using MultiLine.Storage.Organizations;

namespace MultiLine.Storage.Exports;

/// <summary>Reads conversations as the formats for people need them: whole, with names, and with their places in the ledger.</summary>
public sealed class ArchivedTalks(
    IConversationLog log, ILedger ledger, ITreeHeads heads, IOrganizationStore organizations, IContactStore contacts, ContentSealer sealer, KeptMedia media,
    ArchiveShards shards)
{
    private const int AtOnce = 500;

    /// <summary>Of the files of one conversation, in bytes: they are in memory while it is written.</summary>
    private const long LargestFiles = 256L << 20;

    /// <summary>The next conversation that may have something of the selection; null where there is none.</summary>
    public async Task<ConversationKey?> NextAsync(ExportPlan plan, ConversationKey? after, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        while (await log.ListAsync(plan.Organization, after, AtOnce, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var key in page.Where(key => !AuditLog.Is(key) && plan.Selection.MayHave(key)))
                return key;
            after = page[^1];
        }

        return null;
    }

    /// <summary>What of a conversation is selected and under the plan's head.</summary>
    /// <param name="plan">What is exported.</param>
    /// <param name="key">Of the conversation.</param>
    /// <param name="withFiles">The bytes of files that came with messages are wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ArchivedConversation> ReadAsync(
        ExportPlan plan, ConversationKey key, bool withFiles = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var head = await heads.FindAsync(plan.Organization, plan.Head, cancellationToken)
            ?? throw new InvalidOperationException($"{plan.Organization} has no tree head {plan.Head}.");
        var shard = Follower.Archive(key, shards.Count).Key;
        var number = Enumerable.Range(0, shards.Count).First(number => TreeHead.ShardName(plan.Organization, number) == shard);
        List<ArchivedRecord> records = [];
        var (room, leftOut) = (LargestFiles, 0);
        for (var version = 0L; await log.ReadAsync(key, version, AtOnce, cancellationToken) is { Count: > 0 } rows; version = rows[^1].Version)
        {
            var selected = rows.Where(row => plan.Selection.Has(row.RecordedAt)).ToList();
            var boxes = await BoxesOf(plan, key, selected, cancellationToken);
            foreach (var row in selected)
            {
                if (await ledger.FindAsync(shard, key, row.Version, cancellationToken) is { } entry && entry.Sequence <= head.Head.Shards[number].Size)
                {
                    var record = await RecordOf(plan, key, row, boxes, entry, shard, cancellationToken);
                    var file = withFiles ? await FileOf(record, key, room, cancellationToken) : null;
                    leftOut += file is { Bytes: null } ? 1 : 0;
                    room -= file?.Bytes?.Length ?? 0;
                    records.Add(file is null ? record : record with { Files = [file] });
                }
            }
        }

        return ArchivedConversation.Of(await PartiesOf(key, cancellationToken), records) with
        {
            Head = new ArchivedHead(head.Head.Time, head.Head.Shards[number].Size, head.Head.Shards[number].Root)
            {
                KeyId = head.Head.Key, Signature = Convert.ToBase64String(Convert.FromHexString(head.Signature)),
            },
            Omissions = [.. OmissionsOf(plan), .. OmittedFiles(leftOut)],
        };
    }

    private async Task<ArchivedRecord> RecordOf(
        ExportPlan plan, ConversationKey key, LogRow row, IReadOnlyDictionary<long, byte[]> boxes, LedgerEntry entry, string shard,
        CancellationToken cancellationToken) =>
        new(row.Version, EventFormat.Read(row.Schema, row.Body))
        {
            Body = row.Body,
            Content = plan.WithContent ? await ContentOf(key, row, boxes, cancellationToken) : ArchivedContent.None,
            Position = new ArchivedPosition(
                shard, entry.Sequence, Convert.ToHexStringLower(entry.LeafHash), Convert.ToHexStringLower(entry.ChainHash), entry.RecordedAt),
        };

    /// <summary>The file that came with a record, without its bytes where there is no room for them; null where it has none, or it is not kept.</summary>
    private async Task<ArchivedFile?> FileOf(ArchivedRecord record, ConversationKey key, long room, CancellationToken cancellationToken)
    {
        if (record.Files is not [{ Sha256: { } sha256 } file])
            return null;
        using var bytes = await media.OpenAsync(key.Organization, Convert.FromHexString(sha256), cancellationToken);
        if (bytes is null)
            return null;
        if (bytes.Length > room)
            return file;
        var whole = new byte[bytes.Length];
        for (var piece = 0; piece < SealedPieces.Count(bytes.Length); piece++)
            (await bytes.ReadAsync(piece, cancellationToken)).CopyTo(whole, (long)piece * SealedPieces.PieceLength);
        return file with { Bytes = whole };
    }

    private static IEnumerable<ArchiveOmission> OmittedFiles(int count)
    {
        if (count > 0)
            yield return new ArchiveOmission($"{count} files", $"Together they are larger than the {LargestFiles >> 20} MiB that one conversation may have in this format");
    }

    /// <summary>What is kept of the content of these rows, still sealed.</summary>
    private async Task<IReadOnlyDictionary<long, byte[]>> BoxesOf(
        ExportPlan plan, ConversationKey key, List<LogRow> rows, CancellationToken cancellationToken)
    {
        var committing = plan.WithContent ? rows.FindAll(row => ExportLines.Commits(row.Body)).ConvertAll(row => row.Version) : [];
        return committing.Count > 0 ? await log.ReadContentAsync(key, committing, cancellationToken) : new Dictionary<long, byte[]>();
    }

    private async Task<ArchivedContent> ContentOf(
        ConversationKey key, LogRow row, IReadOnlyDictionary<long, byte[]> boxes, CancellationToken cancellationToken)
    {
        if (!ExportLines.Commits(row.Body))
            return ArchivedContent.None;
        return boxes.TryGetValue(row.Version, out var box)
            ? ArchivedContent.Of(SaltedContent.FromBytes(await sealer.OpenAsync(key.Organization, SealingContext.Event(key, row.Version), box, cancellationToken)))
            : ArchivedContent.Disposed;
    }

    private async Task<ArchivedParties> PartiesOf(ConversationKey key, CancellationToken cancellationToken)
    {
        var organization = (await organizations.FindAsync(key.Organization, cancellationToken))?.Organization
            ?? throw new InvalidOperationException($"There is no organisation {key.Organization}.");
        var contact = await contacts.FindAsync(key.Organization, key.Contact, cancellationToken);
        var line = organization.FindLine(key.Line);
        return new ArchivedParties
        {
            Key = key,
            OrganizationName = organization.Name,
            LineName = line?.Name ?? key.Line,
            Numbers = line?.Numbers ?? [],
            Contact = new ArchivedContact(key.Contact, contact?.Name, contact?.Phone, contact?.Bsuid),
            People = [.. organization.People.Select(person => new ArchivedPerson(person.Id, person.Name))],
            Custodians = [.. organization.People.Where(person => person.Lines.Contains(key.Line)).Select(person => person.Id)],
        };
    }

    private static IEnumerable<ArchiveOmission> OmissionsOf(ExportPlan plan)
    {
        if (plan.Selection.From is { } from)
            yield return new ArchiveOmission($"What was captured before {from.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC", "Outside of the period that was asked for");
        if (plan.Selection.Until is { } until)
            yield return new ArchiveOmission($"What was captured from {until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC on", "Outside of the period that was asked for");
        if (!plan.WithContent)
            yield return new ArchiveOmission("What messages say", "Left out as it was asked for");
    }
}
