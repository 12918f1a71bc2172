using MultiLine.Domain;

namespace MultiLine.Storage.Sqlite;

/// <summary>Columns that hold more than SQLite's own types.</summary>
internal static class SqliteColumns
{
    public static DateTimeOffset GetTime(this SqliteRow row, int column) =>
        UnixMicroseconds.FromUnixMicroseconds(row.GetInt64(column));

    public static DateTimeOffset? GetTimeOrNull(this SqliteRow row, int column) =>
        row.IsNull(column) ? null : row.GetTime(column);

    public static string? GetStringOrNull(this SqliteRow row, int column) =>
        row.IsNull(column) ? null : row.GetString(column);

    public static byte[]? GetBytesOrNull(this SqliteRow row, int column) => row.IsNull(column) ? null : row.GetBytes(column);

    public static ConversationKey GetConversation(this SqliteRow row, int column) =>
        ConversationKey.Parse(row.GetString(column));
}
