namespace MultiLine.Storage.Contacts;

/// <summary>Which contact of an organisation an alias means. An alias is <c>phone:+49…</c> or <c>bsuid:US.…</c>.</summary>
public interface IAliasStore
{
    Task<string?> FindAsync(string organization, string alias, CancellationToken cancellationToken = default);

    /// <summary>Gives the alias to the contact if nobody has it; returns who has it afterwards.</summary>
    Task<string> ClaimAsync(string organization, string alias, string contact, CancellationToken cancellationToken = default);
}
