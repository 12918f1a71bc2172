namespace MultiLine.Load.Faults;

/// <param name="Kills">How often the product is killed.</param>
/// <param name="Seed">Decides every choice of the driver.</param>
public sealed record FaultPlan(int Kills, int Seed)
{
    /// <summary>How many contacts write and are written to.</summary>
    public int Contacts { get; init; } = 12;

    /// <summary>The product runs at least this long before it is killed, and up to twice as long.</summary>
    public TimeSpan BetweenKills { get; init; } = TimeSpan.FromSeconds(2);
}

/// <param name="AcknowledgedInbound">Webhook messages answered 200.</param>
/// <param name="AcknowledgedOutbound">Sends answered 202.</param>
/// <param name="Lost">Acknowledged and not stored.</param>
/// <param name="Doubled">Stored more than once.</param>
/// <param name="Resent">Texts that a contact got more than once.</param>
/// <param name="Gaps">Missing versions in logs, and entries that the archive lacks or has twice.</param>
/// <param name="Lowered">Messages shown with less than the provider reported.</param>
/// <param name="Unresolved">Messages that neither were sent nor failed nor ended unknown.</param>
/// <param name="Unproved">Chain hashes, tree heads and signatures of the ledger that are not what its leaves and keys say.</param>
public sealed record FaultReport(
    int AcknowledgedInbound, int AcknowledgedOutbound, int Lost, int Doubled, int Resent, int Gaps, int Lowered, int Unresolved, int Unproved)
{
    public bool IsClean => (Lost, Doubled, Resent, Gaps, Lowered, Unresolved, Unproved) == (0, 0, 0, 0, 0, 0, 0);
}
