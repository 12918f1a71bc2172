using Microsoft.Data.Sqlite;
using MultiLine.Domain;
using static SQLitePCL.raw;

namespace MultiLine.Storage.Sqlite;

/// <summary>Tells a fault of the disk or the file, which concerns everyone, from a statement that was wrong by itself.</summary>
internal static class SqliteFaults
{
    /// <summary>Result codes by https://www.sqlite.org/rescode.html. SQLite may have rolled back the whole transaction after these.</summary>
    public static bool IsStorageFault(Exception exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SQLITE_BUSY or SQLITE_LOCKED or SQLITE_NOMEM or SQLITE_READONLY
            or SQLITE_INTERRUPT or SQLITE_IOERR or SQLITE_CORRUPT or SQLITE_FULL or SQLITE_CANTOPEN or SQLITE_PROTOCOL or SQLITE_NOTADB,
        IOException => true,
        _ => false,
    };

    public static StorageUnavailableException Unavailable(Exception cause) => new(
        cause is SqliteException { SqliteErrorCode: SQLITE_CORRUPT or SQLITE_NOTADB }
            ? $"The database is damaged, and a backup has to be put in its place: {cause.Message}"
            : $"The database can't be used just now: {cause.Message}",
        cause);
}
