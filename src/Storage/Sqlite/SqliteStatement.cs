using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace MultiLine.Storage.Sqlite;

/// <summary>
/// A prepared statement on SQLite's own interface. Every step of a conversation runs several of them, and ADO.NET's commands, parameters and
/// readers took as long as SQLite itself.
/// </summary>
/// <remarks><see href="https://www.sqlite.org/c3ref/stmt.html"/></remarks>
internal sealed class SqliteStatement : IDisposable
{
    /// <summary>Up to so many bytes of text are encoded on the stack.</summary>
    private const int ShortText = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _handle;
    private readonly int _parameters;
    private readonly bool _writes;

    /// <exception cref="SqliteException">It can't be understood.</exception>
    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(sqlite3_prepare_v2(database, sql, out _handle));
        _parameters = sqlite3_bind_parameter_count(_handle);
        _writes = sqlite3_stmt_readonly(_handle) == 0;
    }

    /// <summary>Binds the arguments, one for each parameter.</summary>
    /// <exception cref="ArgumentException">Too few or too many, or one of a type that no column has.</exception>
    public Execution Begin(ReadOnlySpan<object?> arguments)
    {
        if (arguments.Length != _parameters)
            throw new ArgumentException($"The statement has {_parameters} parameters, and {arguments.Length} arguments were given.", nameof(arguments));
        for (var i = 0; i < arguments.Length; i++)
            Check(Bind(i + 1, arguments[i]));
        return new Execution(this);
    }

    public void Dispose() => _handle.Dispose();

    private int Bind(int parameter, object? value) => value switch
    {
        null => sqlite3_bind_null(_handle, parameter),
        long number => sqlite3_bind_int64(_handle, parameter, number),
        int number => sqlite3_bind_int64(_handle, parameter, number),
        uint number => sqlite3_bind_int64(_handle, parameter, number),
        bool flag => sqlite3_bind_int64(_handle, parameter, flag ? 1 : 0),
        string text => Bind(parameter, text),
        byte[] { Length: 0 } => sqlite3_bind_zeroblob(_handle, parameter, 0),
        byte[] bytes => sqlite3_bind_blob(_handle, parameter, bytes),
        _ => throw new ArgumentException($"No column holds a {value.GetType()}.", nameof(value)),
    };

    private int Bind(int parameter, string text)
    {
        var length = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (length <= ShortText)
        {
            Span<byte> bytes = stackalloc byte[ShortText];
            return sqlite3_bind_text(_handle, parameter, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            return sqlite3_bind_text(_handle, parameter, rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    private void Check(int result)
    {
        if (result != SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, _database);
    }

    /// <summary>One run of the statement, which ends when it is disposed of.</summary>
    internal readonly ref struct Execution(SqliteStatement statement)
    {
        /// <summary>The one that <see cref="Next"/> has come to.</summary>
        public SqliteRow Row => new(statement._handle);

        /// <summary>How many rows the run has inserted, updated or deleted. Asked once it has come to its end.</summary>
        public int Changes => statement._writes ? sqlite3_changes(statement._database) : 0;

        /// <summary>Goes to the next row; false where there is none.</summary>
        /// <exception cref="SqliteException">It has failed.</exception>
        public bool Next()
        {
            var result = sqlite3_step(statement._handle);
            if (result is not (SQLITE_ROW or SQLITE_DONE))
                SqliteException.ThrowExceptionForRC(result, statement._database);
            return result == SQLITE_ROW;
        }

        /// <summary>Lets go of the rows. What it could say of the run was said by <see cref="Next"/> before.</summary>
        public void Dispose() => sqlite3_reset(statement._handle);
    }
}
