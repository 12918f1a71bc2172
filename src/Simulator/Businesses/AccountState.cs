using Dapper;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Businesses;

/// <summary>What Meta holds against a WhatsApp business account.</summary>
internal sealed record AccountState
{
    /// <summary>Sends are refused with 131031.</summary>
    public bool Locked { get; init; }

    /// <summary>Sends are refused with 368.</summary>
    public bool Disabled { get; init; }

    public IReadOnlyList<Restriction> Restrictions { get; init; } = [];

    public bool Has(string restriction, DateTimeOffset now) => Restrictions.Any(held => held.Type == restriction && held.HoldsAt(now));

    /// <summary>What the account's numbers are called then; null if nothing is held against it.</summary>
    public string? StatusAt(DateTimeOffset now)
    {
        if (Disabled)
            return "BANNED";
        return Restrictions.Any(held => held.HoldsAt(now)) ? "RESTRICTED" : null;
    }
}

/// <param name="Type">Such as <see cref="BusinessInitiated"/>.</param>
/// <param name="Until">Null if there is no end.</param>
internal sealed record Restriction(string Type, DateTimeOffset? Until)
{
    /// <summary>No templates.</summary>
    public const string BusinessInitiated = "RESTRICTED_BIZ_INITIATED_MESSAGING";

    /// <summary>No answers either.</summary>
    public const string CustomerInitiated = "RESTRICTED_CUSTOMER_INITIATED_MESSAGING";

    public bool HoldsAt(DateTimeOffset now) => Until is null || now < Until;
}

internal sealed class AccountStates(Database database)
{
    public AccountState Of(string wabaId) =>
        database.Read(db =>
            db.QuerySingleOrDefault<string>("SELECT document FROM accounts WHERE waba = @wabaId", new { wabaId }) is { } document
                ? Stored.Read<AccountState>(document)
                : new AccountState()
        );

    public AccountState Change(string wabaId, Func<AccountState, AccountState> change) =>
        database.Step(db =>
        {
            var changed = change(Of(wabaId));
            db.Execute("REPLACE INTO accounts (waba, document) VALUES (@wabaId, @document)", new { wabaId, document = Stored.Write(changed) });
            return changed;
        });
}
