using MultiLine.Domain;
using MultiLine.Domain.Organizations;
using MultiLine.Storage.Log;

namespace MultiLine.Storage.Organizations;

/// <summary>The organisations, and which of their lines each number and each WhatsApp business account belongs to.</summary>
public interface IOrganizationStore
{
    Task<StoredOrganization?> FindAsync(string organization, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes an organisation with its numbers and account in one step, if its stored version is still
    /// <paramref name="expectedVersion"/> (0: it is new).
    /// </summary>
    /// <param name="organization">As it is from now on.</param>
    /// <param name="expectedVersion">Of what is stored.</param>
    /// <param name="act">Who changed it, recorded in the same step; a version conflict of its log counts as one of the organisation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<SaveOrganizationResult> SaveAsync(
        Organization organization, long expectedVersion, AppendRequest? act = null, CancellationToken cancellationToken = default);

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
