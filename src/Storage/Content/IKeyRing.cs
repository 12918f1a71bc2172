namespace MultiLine.Storage.Content;

/// <summary>The organisations' keys that wrap the key of each record. Where they come from is a setting.</summary>
public interface IKeyRing
{
    /// <summary>The key to seal with now; made on first use.</summary>
    Task<OrganizationKey> CurrentAsync(string organization, CancellationToken cancellationToken = default);

    /// <summary>The key of this id, to open what was sealed with it; null if the organisation has none of this id.</summary>
    Task<OrganizationKey?> FindAsync(string organization, int keyId, CancellationToken cancellationToken = default);
}

/// <param name="Id">Counts the organisation's keys, from 1.</param>
/// <param name="Key">256 bits.</param>
public sealed record OrganizationKey(int Id, ReadOnlyMemory<byte> Key);
