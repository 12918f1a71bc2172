using MultiLine.Domain;
using MultiLine.Domain.Organizations;

namespace MultiLine.Storage.Organizations;

/// <summary>The organisations, and which of their lines each number and each WhatsApp business account belongs to.</summary>
public interface IOrganizationStore
{
    Task<StoredOrganization?> FindAsync(string organization, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes an organisation with its numbers and account in one step, if its stored version is still
    /// <paramref name="expectedVersion"/> (0: it is new).
    /// </summary>
    Task<SaveOrganizationResult> SaveAsync(Organization organization, long expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>All of them, by id.</summary>
    Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>The line that a number belongs to, or null.</summary>
    Task<NumberOwner?> FindNumberAsync(Channel channel, string number, CancellationToken cancellationToken = default);

    /// <summary>The organisation that a WhatsApp business account belongs to, or null.</summary>
    Task<string?> FindWhatsAppAccountAsync(string account, CancellationToken cancellationToken = default);
}

public sealed record StoredOrganization(Organization Organization, long Version);

public sealed record NumberOwner(string Organization, string Line);

public enum SaveOrganizationResult
{
    Saved,

    /// <summary>Somebody else wrote first.</summary>
    VersionConflict,

    /// <summary>A number or the account belongs to somebody else already.</summary>
    NumberTaken,
}
