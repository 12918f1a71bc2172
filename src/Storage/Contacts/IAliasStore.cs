namespace MultiLine.Storage.Contacts;

/// <summary>Which contact of an organisation an alias means. An alias is <c>phone:+49…</c> or <c>bsuid:US.…</c>.</summary>
public interface IAliasStore
{
    Task<string?> FindAsync(string organization, string alias, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gives the contact these aliases for good, all or none: returns null when it has them all afterwards, otherwise a contact that has
    /// one of them already.
    /// </summary>
    Task<string?> ClaimAsync(
        string organization, IReadOnlyCollection<string> aliases, string contact, CancellationToken cancellationToken = default);
}
