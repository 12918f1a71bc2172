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
    private readonly SqliteConnection connection;
    private bool inStep;

    public Database(SimulatorOptions options)
    {
        Directory.CreateDirectory(options.DataDirectory);
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(options.DataDirectory, "simulator.db"), Pooling = false };
        connection = new SqliteConnection(file.ConnectionString);
        connection.Open();
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
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
                return result;
            }
            finally
            {
                inStep = false;
            }
        }
    }

    public void Dispose()
    {
        lock (turn)
            connection.Dispose();
    }
}
