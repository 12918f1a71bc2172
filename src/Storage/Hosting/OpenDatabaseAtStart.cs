using Microsoft.Extensions.Hosting;
using MultiLine.Storage.Sqlite;

namespace MultiLine.Storage.Hosting;

/// <summary>Depends on the database, so that one that can't be opened stops the start and not the first request.</summary>
internal sealed class OpenDatabaseAtStart(SqliteDatabase database) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = database;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
