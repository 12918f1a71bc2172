using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using MultiLine.Storage.Hosting;

namespace MultiLine.Storage.Sqlite;

/// <summary>
/// The one database file, <c>multiline.db</c> in the data directory: a writer that commits in groups, and readers beside it.
/// Other processes may use the same file at the same time.
/// </summary>
internal sealed class SqliteDatabase : IAsyncDisposable
{
    public const string FileName = "multiline.db";

    /// <summary>How long to wait for another process that writes, in seconds.</summary>
    private const int BusyTimeout = 5;

    private const int Readers = 8;

    /// <summary>How often it is tried to empty the write-ahead log, and what lies between two attempts.</summary>
    private const int EmptyingAttempts = 20;

    private static readonly TimeSpan EmptyingPause = TimeSpan.FromMilliseconds(100);

    static SqliteDatabase()
    {
        // Each connection is used by one thread at a time, and nobody asks how much memory SQLite has: it need not lock for either. Without effect
        // where the process has used SQLite before.
        SQLitePCL.Batteries_V2.Init();
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD);
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private readonly string _path;
    private readonly SqliteSession _keeper;
    private readonly ILogger _logger;
    private readonly ReadPool _readers;

    /// <param name="path">Of the file.</param>
    /// <param name="keeper">
    /// Open for as long as the database is. Whoever opens the file when nobody else has it open finds everything in its write-ahead log that
    /// looks whole, and with it what a commit had written whose fsync then failed: that was refused, and is not on the disk. As long as
    /// somebody has it open, the next commit writes over it.
    /// </param>
    /// <param name="fault">For tests.</param>
    /// <param name="logger">Told what went wrong.</param>
    private SqliteDatabase(string path, SqliteSession keeper, IWriteFault? fault, ILogger logger)
    {
        (_path, _keeper, _logger) = (path, keeper, logger);
        Writer = new GroupCommitWriter(() => new SqliteSession(Connect(path, SqliteOpenMode.ReadWrite)), fault, logger);
        _readers = new ReadPool(() => new SqliteSession(Connect(path, SqliteOpenMode.ReadOnly)), Readers);
    }

    public GroupCommitWriter Writer { get; }

    /// <summary>Opens the database and brings its schema up to date; makes both the directory and the file if they are missing.</summary>
    /// <exception cref="StorageSetupException">It can't be used as it is.</exception>
    public static SqliteDatabase Open(string dataDirectory, IWriteFault? fault, ILogger logger)
    {
        DataDirectory.Ensure(dataDirectory);
        var path = Path.Combine(dataDirectory, FileName);
        OpeningFaults.RefuseLostDatabase(path);
        SqliteConnection? connection = null;
        try
        {
            connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
            var (from, to) = Migrations.Apply(connection);
            var keeper = new SqliteSession(connection);
            // What was found in the log may be nowhere but in memory, if the last process died after a failed fsync. Nothing is written
            // behind it: it goes into the database, with an fsync. Who is in the way has the log open, and knows what of it counts.
            keeper.Execute("PRAGMA busy_timeout = 1000");
            keeper.Execute(EmptyLog);
            LogMessages.DatabaseOpened(logger, path, from, to);
            return new SqliteDatabase(path, keeper, fault, logger);
        }
        catch (Exception exception)
        {
            connection?.Dispose();
            if (exception is SqliteException refused)
                throw OpeningFaults.Tell(path, refused);
            throw;
        }
    }

    /// <inheritdoc cref="GroupCommitWriter.WriteAsync"/>
    public Task<T> WriteAsync<T>(Operation operation, Func<SqliteSession, T> step, CancellationToken cancellationToken) =>
        StorageTelemetry.IsOn
            ? StorageTelemetry.ObserveAsync(operation, Writer.WriteAsync, step, cancellationToken)
            : Writer.WriteAsync(step, cancellationToken);

    /// <inheritdoc cref="ReadPool.ReadAsync"/>
    public Task<T> ReadAsync<T>(Operation operation, Func<SqliteSession, T> read, CancellationToken cancellationToken) =>
        StorageTelemetry.IsOn
            ? StorageTelemetry.ObserveAsync(operation, _readers.ReadAsync, read, cancellationToken)
            : _readers.ReadAsync(read, cancellationToken);

    /// <summary>Moves the write-ahead log into the database and leaves nothing in it.</summary>
    /// <returns>False where a reader or another process was in the way for longer than a writer waits.</returns>
    public Task<bool> EmptyWriteAheadLogAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            using var session = new SqliteSession(Connect(_path, SqliteOpenMode.ReadWrite));
            // Who is reading or writing is waited for, but not who moves the log just now as well: that is over in a moment.
            session.Execute("PRAGMA busy_timeout = 1000");
            for (var attempt = 0; attempt < EmptyingAttempts; attempt++)
            {
                // The first column of the answer: whether something was in the way.
                if (session.Number(EmptyLog) == 0)
                    return true;
                cancellationToken.WaitHandle.WaitOne(EmptyingPause);
                cancellationToken.ThrowIfCancellationRequested();
            }

            return false;
        },
        cancellationToken);

    /// <summary>Finishes the waiting writes and moves the write-ahead log into the database, so that one file holds everything.</summary>
    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        _readers.Dispose();
        await Task.Run(Close);
    }

    private void Close()
    {
        try
        {
            _keeper.Execute(EmptyLog);
        }
        catch (SqliteException fault)
        {
            // Nothing is lost: the log stays where it is, and is read at the next start.
            LogMessages.LogNotEmptied(_logger, fault, _path);
        }
        finally
        {
            _keeper.Dispose();
        }
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path, Mode = mode, Pooling = false, ForeignKeys = true, DefaultTimeout = BusyTimeout,
        }.ToString());
        try
        {
            connection.Open();
            using var settings = connection.CreateCommand();
            settings.CommandText = mode is SqliteOpenMode.ReadOnly ? ReaderSettings : WriterSettings;
            settings.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private const string EmptyLog = "PRAGMA wal_checkpoint(TRUNCATE)";

    // A commit of the writer empties a reader's cache, and that costs more the larger it once was; the pages are in the kernel's memory too.
    private const string ReaderSettings = "PRAGMA busy_timeout = 5000; PRAGMA cache_size = -2000";

    // synchronous = FULL: the commit returns after fsync. secure_delete: what disposal deletes is overwritten, not only forgotten.
    // wal_autocheckpoint, in pages: as much as journal_size_limit. A page that changed many times until then is written to the database once.
    private const string WriterSettings = """
        PRAGMA busy_timeout = 5000;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -64000;
        PRAGMA wal_autocheckpoint = 16000;
        PRAGMA journal_size_limit = 67108864;
        """;
}
