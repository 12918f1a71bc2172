namespace MultiLine.Storage.Contacts;

/// <summary>The organisation's contacts, as the contact grains write them.</summary>
public interface IContactStore
{
    Task<ContactRow?> FindAsync(string organization, string contact, CancellationToken cancellationToken = default);

    /// <summary>Writes a contact if its stored version is still <paramref name="expectedVersion"/> (0: it is new); false if not.</summary>
    Task<bool> SaveAsync(string organization, ContactRow row, long expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>The contact's id, and those of all contacts that turned out to be the same person; also of one that is not there.</summary>
    Task<IReadOnlyCollection<string>> SameAsync(string organization, string contact, CancellationToken cancellationToken = default);

    /// <summary>By name, then id, without those that were merged into another; those whose name or phone number contains <paramref name="search"/>, if given.</summary>
    Task<IReadOnlyList<ContactRow>> ReadAsync(
        string organization, string? search, ContactCursor? after, int limit, CancellationToken cancellationToken = default);
}

/// <param name="Id">Our id.</param>
/// <param name="Version">Counts the writes.</param>
/// <param name="Name">As the organisation's people know the contact, or the profile name.</param>
/// <param name="Phone">E.164, if known.</param>
/// <param name="Bsuid">Meta's business-scoped user id, if known.</param>
public sealed record ContactRow(string Id, long Version, string Name, string? Phone, string? Bsuid)
{
    /// <summary>Since when, by the provider's time; null where a person said so.</summary>
    public DateTimeOffset? PhoneAt { get; init; }

    /// <summary>Since when, by the provider's time; null where a person said so.</summary>
    public DateTimeOffset? BsuidAt { get; init; }

    /// <summary>The contact that goes on in place of this one, where the two turned out to be one person.</summary>
    public string? MergedInto { get; init; }
}

public sealed record ContactCursor(string Name, string Id);
