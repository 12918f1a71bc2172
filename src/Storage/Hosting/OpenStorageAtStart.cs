using Microsoft.Extensions.Hosting;
using MultiLine.Storage.Sqlite;

namespace MultiLine.Storage.Hosting;

/// <summary>A database or a master key that can't be used stops the start, and not the first request.</summary>
internal sealed class OpenStorageAtStart(SqliteKeyRing keys) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => keys.MasterKeyAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
