using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MultiLine.Domain;
using MultiLine.Storage.Ledger;
using MultiLine.Storage.Sqlite;

namespace MultiLine.Storage.Hosting;

/// <summary>A database, a master key or a signing key that can't be used stops the start, and not the first request.</summary>
internal sealed class OpenStorageAtStart(SqliteKeyRing keys, ILedgerSigner signer, IOptions<StorageOptions> options) : IHostedService
{
    /// <exception cref="StorageSetupException">It can't be used as it is.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await keys.MasterKeyAsync(cancellationToken);
            await signer.GetAsync(cancellationToken);
        }
        catch (StorageUnavailableException unavailable) when (unavailable.InnerException is SqliteException fault)
        {
            throw OpeningFaults.Tell(Path.Combine(options.Value.DataDirectory, SqliteDatabase.FileName), fault);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
