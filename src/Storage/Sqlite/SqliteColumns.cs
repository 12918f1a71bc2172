using Microsoft.Data.Sqlite;
using MultiLine.Domain;

namespace MultiLine.Storage.Sqlite;

/// <summary>Columns that hold more than SQLite's own types.</summary>
internal static class SqliteColumns
{
    public static DateTimeOffset GetTime(this SqliteDataReader row, int column) =>
        UnixMicroseconds.FromUnixMicroseconds(row.GetInt64(column));

    public static DateTimeOffset? GetTimeOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetTime(column);

    public static string? GetStringOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    public static byte[] GetBytes(this SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static byte[]? GetBytesOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetBytes(column);

    public static ConversationKey GetConversation(this SqliteDataReader row, int column) =>
        ConversationKey.Parse(row.GetString(column));
}
