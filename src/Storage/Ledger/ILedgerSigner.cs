namespace MultiLine.Storage.Ledger;

/// <summary>Where the key of this deployment comes from.</summary>
public interface ILedgerSigner
{
    /// <summary>The signer with the key that the settings name; loaded once.</summary>
    /// <exception cref="InvalidOperationException">The key is missing, invalid, or readable for others; says what to do.</exception>
    Task<LedgerSigner> GetAsync(CancellationToken cancellationToken = default);
}
