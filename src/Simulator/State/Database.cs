using Dapper;
using Microsoft.Data.Sqlite;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.State;

/// <summary>
/// One SQLite file, one connection, one step at a time. A step is a transaction; a step inside a step joins it.
/// WAL with <c>synchronous=NORMAL</c>: a killed process loses nothing that was committed.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly Lock turn = new();
    private readonly PreparedConnection connection;
    private bool inStep;
    private long version;
    private TaskCompletionSource changed = NewSignal();

    public Database(SimulatorOptions options)
    {
        Directory.CreateDirectory(options.DataDirectory);
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(options.DataDirectory, "simulator.db"), Pooling = false };
        connection = new PreparedConnection(file.ConnectionString);
        connection.Open();
        // A page that changed many times until the log has this many is written to the database once.
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 16000;");
        connection.Execute(Schema.Text);
    }

    /// <summary>Looks without changing anything; inside a step it sees what the step has done so far.</summary>
    public T Read<T>(Func<SqliteConnection, T> look)
    {
        lock (turn)
            return look(connection);
    }

    public T Step<T>(Func<SqliteConnection, T> work)
    {
        lock (turn)
        {
            if (inStep)
                return work(connection);

            inStep = true;
            try
            {
                using var transaction = connection.BeginTransaction();
                var result = work(connection);
                transaction.Commit();
                TellOfChange();
                return result;
            }
            finally
            {
                inStep = false;
            }
        }
    }

    /// <summary>
    /// The number of steps so far: at once if it isn't <paramref name="known"/>, else after the next step or the longest wait.
    /// </summary>
    public async Task<long> ChangedAsync(long known, TimeSpan longest, TimeProvider time, CancellationToken stop)
    {
        Task next;
        lock (turn)
        {
            if (version != known)
                return version;
            next = changed.Task;
        }

        try
        {
            await next.WaitAsync(longest, time, stop);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            // Nothing has changed meanwhile, or nobody waits any longer; the answer is the same.
        }

        lock (turn)
            return version;
    }

    private void TellOfChange()
    {
        version++;
        changed.SetResult();
        changed = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose()
    {
        lock (turn)
            connection.Dispose();
    }
}
