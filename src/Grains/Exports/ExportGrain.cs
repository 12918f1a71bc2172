using System.Globalization;
using MultiLine.Connectors.Archives;
using MultiLine.Domain;
using MultiLine.Domain.Archive;
using MultiLine.Domain.Audit;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Grains.Interfaces.Exports;
using MultiLine.Storage.Audit;
using MultiLine.Storage.Exports;
using MultiLine.Storage.Organizations;
using Orleans.Concurrency;

namespace MultiLine.Grains.Exports;

/// <summary>Nothing is kept of an export but its act: each call reads it anew, so that any silo can go on with what another began.</summary>
[GrainType("export"), StatelessWorker]
public sealed class ExportGrain(
    AuditJournal audit, LedgerExport export, ArchivedTalks talks, IOrganizationStore organizations, TimeProvider time) : Grain, IExportGrain
{
    private const int RecordsAtOnce = 200;
    private const int BytesAtOnce = 1 << 18;

    /// <summary>So many acts are looked through for one page of exports.</summary>
    private const int ActsAtOnce = 1_000;

    private readonly ExportFormats _formats = new(time);

    /// <summary>The conversation whose files are read piece by piece, so that a long one is not read whole for each of them.</summary>
    private (string Export, ArchivedConversation Talk)? _open;

    private string Organization => this.GetPrimaryKeyString();

    public async Task<ExportResult> Order(ExportOrder order)
    {
        if (await Fault(order) is { } fault)
        {
            return new ExportResult(null, Words.Of(fault));
        }

        var head = await GrainFactory.GetGrain<ITreeHeadGrain>(Organization).Sign();
        var reason = AuditJournal.Reason(order.Reason);
        var made = new ExportMade
        {
            At = time.GetUtcNow(),
            Person = order.Person,
            Export = Ids.New(time),
            Format = order.Format,
            Head = head.Number,
            Line = order.Line,
            Contact = order.Contact,
            From = order.From,
            Until = order.Until,
            WithContent = order.WithContent,
            Zone = order.Zone,
            Commitment = reason.Commitment,
        };
        await audit.RecordAsync(Organization, made, reason, once: ExportMade.NameOf(made.Export));
        return new ExportResult(await Find(made.Export), null);
    }

    public async Task<ExportPage> List(long? before, int limit)
    {
        var acts = await audit.ReadAsync(Organization, before ?? long.MaxValue, ActsAtOnce);
        var made = acts.Where(act => act.Act is ExportMade).Take(limit + 1).ToList();
        List<ExportCard> cards = [];
        foreach (var act in made.Take(limit))
        {
            cards.Add(await ToCard(act));
        }

        return new ExportPage(cards, made.Count > limit ? made[limit - 1].Version : acts.Count == ActsAtOnce ? acts[^1].Version : null);
    }

    public async Task<ExportCard?> Find(string id) =>
        await audit.FindAsync(Organization, ExportMade.NameOf(id)) is { Act: ExportMade } act ? await ToCard(act) : null;

    public async Task<LinesPiece> ReadLines(string id, string? after)
    {
        var (plan, _) = await Plan(id);
        if (after is null)
        {
            return new LinesPiece(await export.BeginAsync(plan), Cursor(ExportPlace.Start));
        }

        var piece = await export.ReadAsync(plan, ReadPlace(after), RecordsAtOnce, BytesAtOnce);
        return new LinesPiece(piece.Lines, piece.Next is { } next ? Cursor(next) : null);
    }

    public Task<byte[]> EndLines(long lines, string sha256) => export.EndAsync(lines, sha256);

    public async Task<FilesPiece> ReadFiles(string id, string? after)
    {
        var (plan, made) = await Plan(id);
        var (key, place) = after is null ? (await talks.NextAsync(plan, null), 0L) : ReadTalk(after);
        if (key is not { } talk)
        {
            return new FilesPiece([], null);
        }

        var archived = place > 0 && _open is var (of, open) && of == id && open.Parties.Key == talk ? open : await talks.ReadAsync(plan, talk, withFiles: ExportFormats.TakesFiles(made.Format));
        var (files, next) = await _formats.Read(archived, plan, made.Format, Zone(made.Zone)!, (int)place);
        _open = next is null ? null : (id, archived);
        return new FilesPiece(
            files,
            next is { } more ? Cursor(talk.ToString(), more)
                : await talks.NextAsync(plan, talk) is { } following ? Cursor(following.ToString(), 0)
                : null);
    }

    private async Task<Refusal?> Fault(ExportOrder order)
    {
        if (!ExportFormats.IsKnown(order.Format))
        {
            return new Refusal(RefusalCodes.InvalidRequest, "The format must be jsonl, eml, rsmf, transcript or pdf.");
        }

        if (order.From >= order.Until)
        {
            return new Refusal(RefusalCodes.InvalidRequest, "The time from which the export goes must lie before the time until which it does.");
        }

        if (Zone(order.Zone) is null)
        {
            return new Refusal(RefusalCodes.InvalidRequest, "The zone must be an IANA time zone, such as Europe/Berlin.");
        }

        if (order.Format == ExportFormats.Pdf && !_formats.CanPrint)
        {
            return new Refusal(RefusalCodes.InvalidRequest, ChromiumPrinter.Missing);
        }

        if (order.Line is { } line && (await organizations.FindAsync(Organization))?.Organization.FindLine(line) is null)
        {
            return new Refusal(RefusalCodes.NotFound, "Your organisation has no such line.");
        }

        return order.Contact is { } contact && await GrainFactory.GetGrain<IContactGrain>(GrainKeys.Contact(Organization, contact)).Get() is null
            ? new Refusal(RefusalCodes.NotFound, "Your organisation has no such contact.")
            : null;
    }

    private async Task<(ExportPlan Plan, ExportMade Made)> Plan(string id) =>
        await audit.FindAsync(Organization, ExportMade.NameOf(id)) is { Act: ExportMade made }
            ? (ToPlan(made), made)
            : throw new InvalidOperationException($"{Organization} has no export {id}.");

    private ExportPlan ToPlan(ExportMade made) => new()
    {
        Organization = Organization,
        Head = made.Head,
        MadeAt = made.At,
        MadeBy = made.Person,
        Selection = new ExportSelection { Line = made.Line, Contact = made.Contact, From = made.From, Until = made.Until },
        WithContent = made.WithContent,
    };

    private async Task<ExportCard> ToCard(RecordedAct act)
    {
        var made = (ExportMade)act.Act;
        return new ExportCard(
            made.Export, act.Version, made.At, made.Person, made.Format, made.Head, await export.CountAsync(ToPlan(made)), made.WithContent)
        {
            Line = made.Line,
            Contact = made.Contact,
            From = made.From,
            Until = made.Until,
            Zone = made.Zone,
            Reason = act.Reason,
        };
    }

    private static TimeZoneInfo? Zone(string? id) => id is null ? TimeZoneInfo.Utc : TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

    private static string Cursor(ExportPlace place) => string.Create(
        CultureInfo.InvariantCulture, $"{place.Shard}|{place.Sequence}{(place.Piece is { } piece ? $"|{piece.ToString(CultureInfo.InvariantCulture)}" : "")}");

    private static ExportPlace ReadPlace(string cursor)
    {
        var parts = cursor.Split('|');
        return new ExportPlace(
            int.Parse(parts[0], CultureInfo.InvariantCulture),
            long.Parse(parts[1], CultureInfo.InvariantCulture),
            parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : null);
    }

    private static string Cursor(string what, long place) => string.Create(CultureInfo.InvariantCulture, $"{what}|{place}");

    private static (string What, long Place) ReadCursor(string cursor)
    {
        var at = cursor.LastIndexOf('|');
        return (cursor[..at], long.Parse(cursor[(at + 1)..], CultureInfo.InvariantCulture));
    }

    private static (ConversationKey? Key, long Place) ReadTalk(string cursor)
    {
        var (key, place) = ReadCursor(cursor);
        return (ConversationKey.Parse(key), place);
    }
}
