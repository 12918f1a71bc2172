using System.Collections.Concurrent;
using MultiLine.Domain;

namespace MultiLine.Storage.Sqlite;

/// <summary>A few read-only sessions. Reads run on the thread pool, never inside a grain's turn, and don't wait for the writer.</summary>
internal sealed class ReadPool(Func<SqliteSession> open, int size) : IDisposable
{
    private readonly SemaphoreSlim _free = new(size);
    private readonly ConcurrentBag<SqliteSession> _idle = [];

    /// <exception cref="StorageUnavailableException">The file can't be read.</exception>
    public Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken) =>
        // All of it on the thread pool: when a session is free again must not depend on when the caller's turn goes on.
        Task.Run(
            async () =>
            {
                await _free.WaitAsync(cancellationToken);
                try
                {
                    return Read(read);
                }
                finally
                {
                    _free.Release();
                }
            },
            cancellationToken);

    public void Dispose()
    {
        while (_idle.TryTake(out var session))
            session.Dispose();
        _free.Dispose();
    }

    private T Read<T>(Func<SqliteSession, T> read)
    {
        SqliteSession? session = null;
        try
        {
            if (!_idle.TryTake(out session))
                session = open();
            var result = read(session);
            _idle.Add(session);
            return result;
        }
        catch (Exception exception)
        {
            session?.Dispose();
            if (SqliteFaults.IsStorageFault(exception))
                throw SqliteFaults.Unavailable(exception);
            throw;
        }
    }
}
