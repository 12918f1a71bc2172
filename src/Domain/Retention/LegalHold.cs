using MultiLine.Domain.Audit;

namespace MultiLine.Domain.Retention;

/// <summary>Forbids the disposal of what it covers, from the moment in which it is placed until it is lifted.</summary>
/// <param name="Id">Our own id.</param>
/// <param name="Name">As compliance officers call it.</param>
/// <param name="Scope">What it covers.</param>
/// <param name="PlacedBy">Who placed it.</param>
/// <param name="PlacedAt">When.</param>
public sealed record LegalHold(string Id, string Name, HoldScope Scope, string PlacedBy, DateTimeOffset PlacedAt)
{
    /// <summary>Who lifted it; null while it holds.</summary>
    public string? LiftedBy { get; init; }

    public DateTimeOffset? LiftedAt { get; init; }

    public bool Holds => LiftedAt is null;
}

/// <summary>The holds of an organisation. Nothing but its acts says what they are, so that the ledger holds them.</summary>
public static class LegalHolds
{
    /// <summary>The names of the acts that make them.</summary>
    public const string Placed = "hold_placed";

    /// <inheritdoc cref="Placed"/>
    public const string Lifted = "hold_lifted";

    /// <param name="acts">In their order; others are passed over.</param>
    /// <returns>All of them, in the order in which they were placed.</returns>
    public static IReadOnlyList<LegalHold> Of(IEnumerable<AuditEvent> acts)
    {
        ArgumentNullException.ThrowIfNull(acts);
        List<LegalHold> holds = [];
        foreach (var act in acts)
        {
            switch (act)
            {
                case HoldPlaced placed:
                    holds.Add(new LegalHold(placed.HoldId, placed.Name, placed.Scope, placed.Person, placed.At));
                    break;
                case HoldLifted lifted when holds.FindIndex(hold => hold.Id == lifted.HoldId && hold.Holds) is >= 0 and var index:
                    holds[index] = holds[index] with { LiftedBy = lifted.Person, LiftedAt = lifted.At };
                    break;
            }
        }

        return holds;
    }
}
