using Microsoft.Extensions.Options;
using MultiLine.Storage.Hosting;
using MultiLine.Storage.Ledger;

namespace MultiLine.Storage.Sqlite;

/// <summary>Loads the signing key once.</summary>
internal sealed class SqliteLedgerSigner(
    SqliteDatabase database, IOptions<LedgerOptions> ledger, IOptions<StorageOptions> storage) : ILedgerSigner, IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private LedgerSigner? _signer;

    public async Task<LedgerSigner> GetAsync(CancellationToken cancellationToken = default)
    {
        if (_signer is not null)
            return _signer;
        await _one.WaitAsync(cancellationToken);
        try
        {
            return _signer ??= await LoadAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        _signer?.Dispose();
        _one.Dispose();
    }

    private async Task<LedgerSigner> LoadAsync(CancellationToken cancellationToken)
    {
        var inUse = await database.ReadAsync(
            new("any", "tree_head"), session => session.Number("SELECT 1 FROM tree_head LIMIT 1") is not null, cancellationToken);
        return await Task.Run(() => LedgerKey.Load(ledger.Value, storage.Value, mayCreate: !inUse), cancellationToken);
    }
}
