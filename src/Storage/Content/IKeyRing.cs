namespace MultiLine.Storage.Content;

/// <summary>The organisations' keys that wrap the key of each record. Where they come from is a setting.</summary>
public interface IKeyRing
{
    /// <summary>The key to seal with now; made on first use. Another process may have made a newer one up to a minute ago.</summary>
    Task<OrganizationKey> CurrentAsync(string organization, CancellationToken cancellationToken = default);

    /// <summary>The key of this id, to open what was sealed with it; null if the organisation has none of this id.</summary>
    Task<OrganizationKey?> FindAsync(string organization, int keyId, CancellationToken cancellationToken = default);

    /// <summary>Makes a new key, with which everything is sealed from now on. What was sealed before opens with the key of its time.</summary>
    Task<OrganizationKey> RotateAsync(string organization, CancellationToken cancellationToken = default);
}

/// <param name="Id">Counts the organisation's keys, from 1.</param>
/// <param name="Key">256 bits.</param>
public sealed record OrganizationKey(int Id, ReadOnlyMemory<byte> Key);
