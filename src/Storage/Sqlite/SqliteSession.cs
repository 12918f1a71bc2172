using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MultiLine.Storage.Sqlite;

/// <summary>
/// A connection with its prepared statements, each parsed once and used again. For one thread at a time.
/// Arguments are bound to <c>?1</c>, <c>?2</c> and so on.
/// </summary>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _statements = [];

    /// <summary>Runs a statement; how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> arguments) => Prepare(sql, arguments).ExecuteNonQuery();

    /// <summary>The first column of the first row, or null if there is no row or it holds NULL.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> arguments) => Prepare(sql, arguments).ExecuteScalar() as long?;

    /// <summary>The first row, or null.</summary>
    public T? First<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> arguments) where T : class
    {
        using var reader = Prepare(sql, arguments).ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    /// <summary>All rows.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> arguments)
    {
        List<T> rows = [];
        using var reader = Prepare(sql, arguments).ExecuteReader();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements.Add(sql, statement = Compile(sql, arguments.Length));
        for (var i = 0; i < arguments.Length; i++)
            statement.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        return statement;
    }

    private SqliteCommand Compile(string sql, int parameters)
    {
        var statement = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant; what comes from outside is bound.
        statement.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 1; i <= parameters; i++)
            statement.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"?{i}") });
        statement.Prepare();
        return statement;
    }
}
