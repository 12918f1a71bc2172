using MultiLine.Domain.Ledger;

namespace MultiLine.Storage.Ledger;

/// <summary>The organisations' signed tree heads and the public keys with which they verify. Nothing of it ever changes.</summary>
public interface ITreeHeads
{
    /// <summary>Keeps the organisation's next head, and its key if it is a new one. False if there is a head of that number already.</summary>
    /// <exception cref="InvalidOperationException">The number would leave a gap.</exception>
    Task<bool> AddAsync(SignedTreeHead head, LedgerPublicKey key, CancellationToken cancellationToken = default);

    /// <summary>The organisation's newest head, or null.</summary>
    Task<SignedTreeHead?> NewestAsync(string organization, CancellationToken cancellationToken = default);

    Task<SignedTreeHead?> FindAsync(string organization, long number, CancellationToken cancellationToken = default);

    /// <summary>Heads above a number, in order.</summary>
    Task<IReadOnlyList<SignedTreeHead>> ReadAsync(
        string organization, long afterNumber, int limit, CancellationToken cancellationToken = default);

    /// <summary>Every key that has signed a head, the first to do so first.</summary>
    Task<IReadOnlyList<UsedKey>> KeysAsync(CancellationToken cancellationToken = default);
}

/// <param name="Id"><see cref="LedgerPublicKey.Id"/>.</param>
/// <param name="Pem"><see cref="LedgerPublicKey.ToPem"/>.</param>
/// <param name="UsedAt">The time of the first head that it signed.</param>
public sealed record UsedKey(string Id, string Pem, DateTimeOffset UsedAt);
