namespace MultiLine.Storage.Policies;

/// <summary>Every policy that an organisation has had. Which of them is in force, the organisation says: what is added here is not yet.</summary>
public interface IPolicyStore
{
    /// <returns>The version that it got: above all before.</returns>
    Task<long> AddAsync(string organization, StoredPolicy policy, CancellationToken cancellationToken = default);

    Task<StoredPolicy?> FindAsync(string organization, long version, CancellationToken cancellationToken = default);
}

/// <param name="Body">JSON, UTF-8.</param>
/// <param name="Person">Who saved it.</param>
/// <param name="SavedAt">When.</param>
public sealed record StoredPolicy(byte[] Body, string Person, DateTimeOffset SavedAt);
