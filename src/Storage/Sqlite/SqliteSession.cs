using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace MultiLine.Storage.Sqlite;

/// <summary>
/// A connection with its prepared statements, each parsed once and used again. For one thread at a time.
/// Arguments are bound to <c>?1</c>, <c>?2</c> and so on.
/// </summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteStatement> _statements = [];

    /// <summary>
    /// Has SQLite make the same plan for a statement whatever is bound to it. Without that it looks at a bound <c>LIMIT</c>, and parses and plans such a
    /// statement anew each time that it runs.
    /// </summary>
    /// <remarks><see href="https://www.sqlite.org/queryplanner-ng.html#qpstab"/></remarks>
    public SqliteSession(SqliteConnection connection)
    {
        _connection = connection;
        Check(sqlite3_db_config(connection.Handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _));
    }

    /// <summary>Runs a statement; how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> arguments)
    {
        using var run = Begin(sql, arguments);
        while (run.Next()) { }
        return run.Changes;
    }

    /// <summary>Inserts a row; its <c>rowid</c>.</summary>
    public long Insert(string sql, params ReadOnlySpan<object?> arguments)
    {
        Execute(sql, arguments);
        return sqlite3_last_insert_rowid(_connection.Handle);
    }

    /// <summary>The first column of the first row, or null if there is no row or it holds NULL.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> arguments)
    {
        using var run = Begin(sql, arguments);
        return run.Next() && !run.Row.IsNull(0) ? run.Row.GetInt64(0) : null;
    }

    /// <summary>The first row, or null.</summary>
    public T? First<T>(string sql, Func<SqliteRow, T> read, params ReadOnlySpan<object?> arguments) where T : class
    {
        using var run = Begin(sql, arguments);
        return run.Next() ? read(run.Row) : null;
    }

    /// <summary>All rows.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteRow, T> read, params ReadOnlySpan<object?> arguments)
    {
        List<T> rows = [];
        using var run = Begin(sql, arguments);
        while (run.Next())
            rows.Add(read(run.Row));
        return rows;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _connection.Dispose();
    }

    private SqliteStatement.Execution Begin(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements.Add(sql, statement = new SqliteStatement(_connection.Handle!, sql));
        return statement.Begin(arguments);
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection.Handle);
}
