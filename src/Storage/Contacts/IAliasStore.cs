namespace MultiLine.Storage.Contacts;

/// <summary>Which contact of an organisation an alias means. An alias is <c>phone:+49…</c> or <c>bsuid:US.…</c>.</summary>
public interface IAliasStore
{
    Task<string?> FindAsync(string organization, string alias, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gives the contact these aliases, all or none: returns null when it has them all afterwards, otherwise a contact that has
    /// one of them already.
    /// </summary>
    Task<string?> ClaimAsync(
        string organization, IReadOnlyCollection<string> aliases, string contact, CancellationToken cancellationToken = default);

    /// <summary>The alias goes over to another contact, if it is still the first one's; returns who has it afterwards, null if nobody.</summary>
    Task<string?> MoveAsync(string organization, string alias, string from, string to, CancellationToken cancellationToken = default);

    /// <summary>The alias is free again, if it is this contact's.</summary>
    Task ReleaseAsync(string organization, string alias, string contact, CancellationToken cancellationToken = default);
}
