using MultiLine.Domain;
using MultiLine.Domain.Audit;
using MultiLine.Domain.Retention;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Grains.Interfaces.Retention;
using MultiLine.Storage.Audit;

namespace MultiLine.Grains.Retention;

/// <summary>The legal holds. They are what the acts say; nothing is kept of them here.</summary>
public sealed partial class RetentionGrain
{
    public async Task<IReadOnlyList<HoldCard>> GetHolds() => (await disposal.HoldsAsync(Id)).Select(ToContract).ToList();

    public async Task<HoldResult> PlaceHold(HoldRequest request)
    {
        if ((await organizations.FindAsync(Id))?.Organization is not { } organization)
        {
            return Refuse(RefusalCodes.NotFound, "There is no such organisation.");
        }

        var scope = ToScope(request.Cover);
        if (scope.Fault(organization) is { } fault)
        {
            return new HoldResult(null, Words.Of(fault));
        }

        if (scope.Contact is { } contact && await GrainFactory.GetGrain<IContactGrain>(GrainKeys.Contact(Id, contact)).Get() is null)
        {
            return Refuse(RefusalCodes.NotFound, "Your organisation has no such contact.");
        }

        var reason = AuditJournal.Reason(request.Reason);
        var placed = new HoldPlaced
        {
            At = time.GetUtcNow(),
            Person = request.Person,
            HoldId = Ids.New(time),
            Name = request.Name,
            Scope = scope.Fixed(organization),
            Commitment = reason.Commitment,
        };
        await audit.RecordAsync(Id, placed, reason);
        return new HoldResult(await Find(placed.HoldId), null);
    }

    public async Task<HoldResult> LiftHold(HoldEnd end)
    {
        if (await Find(end.Hold) is not { } hold)
        {
            return Refuse(RefusalCodes.NotFound, "Your organisation has no such hold.");
        }

        if (hold.LiftedAt is not null)
        {
            return new HoldResult(hold, null);
        }

        var reason = AuditJournal.Reason(end.Reason);
        var lifted = new HoldLifted { At = time.GetUtcNow(), Person = end.Person, HoldId = end.Hold, Commitment = reason.Commitment };
        await audit.RecordAsync(Id, lifted, reason, once: $"hold_lifted:{end.Hold}");
        return new HoldResult(await Find(end.Hold), null);
    }

    private async Task<HoldCard?> Find(string hold) => (await GetHolds()).FirstOrDefault(card => card.Id == hold);

    private static HoldResult Refuse(string code, string message) => new(null, Words.Of(new Refusal(code, message)));

    private static HoldScope ToScope(HoldCover cover) => new()
    {
        Line = cover.Line, Contact = cover.Contact, Person = cover.Person, From = cover.From, Until = cover.Until,
    };

    private static HoldCard ToContract(LegalHold hold) => new(
        hold.Id,
        hold.Name,
        new HoldCover(hold.Scope.Line, hold.Scope.Contact, hold.Scope.Person, hold.Scope.From, hold.Scope.Until),
        hold.PlacedBy,
        hold.PlacedAt,
        hold.LiftedBy,
        hold.LiftedAt);
}
