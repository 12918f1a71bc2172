using Microsoft.Extensions.Hosting;
using MultiLine.Storage.Ledger;
using MultiLine.Storage.Sqlite;

namespace MultiLine.Storage.Hosting;

/// <summary>A database, a master key or a signing key that can't be used stops the start, and not the first request.</summary>
internal sealed class OpenStorageAtStart(SqliteKeyRing keys, ILedgerSigner signer) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await keys.MasterKeyAsync(cancellationToken);
        await signer.GetAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
