using System.Globalization;
using SQLitePCL;
using static SQLitePCL.raw;

namespace MultiLine.Storage.Sqlite;

/// <summary>The row that a statement has come to. For as long as it stands there.</summary>
internal readonly struct SqliteRow(sqlite3_stmt statement)
{
    public bool IsNull(int column) => sqlite3_column_type(statement, column) == SQLITE_NULL;

    public long GetInt64(int column) => sqlite3_column_int64(statement, NotNull(column));

    public int GetInt32(int column) => checked((int)GetInt64(column));

    public string GetString(int column) => sqlite3_column_text(statement, NotNull(column)).utf8_to_string();

    public byte[] GetBytes(int column) => sqlite3_column_blob(statement, NotNull(column)).ToArray();

    /// <exception cref="InvalidCastException">It is NULL, which SQLite itself would read as zero or empty.</exception>
    private int NotNull(int column) =>
        !IsNull(column) ? column : throw new InvalidCastException(string.Create(CultureInfo.InvariantCulture, $"Column {column} is NULL."));
}
