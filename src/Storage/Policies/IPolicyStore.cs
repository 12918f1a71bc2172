namespace MultiLine.Storage.Policies;

/// <summary>Every policy that an organisation has had. Which of them is in force, the organisation says: what is added here is not yet.</summary>
public interface IPolicyStore
{
    /// <returns>The version that it got: above all before.</returns>
    Task<long> AddAsync(string organization, byte[] body, CancellationToken cancellationToken = default);

    Task<byte[]?> FindAsync(string organization, long version, CancellationToken cancellationToken = default);
}
