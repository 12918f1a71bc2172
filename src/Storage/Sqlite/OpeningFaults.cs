using Microsoft.Data.Sqlite;
using MultiLine.Storage.Hosting;
using static SQLitePCL.raw;

namespace MultiLine.Storage.Sqlite;

/// <summary>What stands in the way of opening the database, in words for whoever starts the program.</summary>
internal static class OpeningFaults
{
    /// <summary>Of the smallest page: SQLite takes what is shorter for an empty database.</summary>
    private const int ShortestDatabase = 512;

    /// <summary>SQLITE_IOERR_SHMSIZE: the file of memory that processes share, which a full disk has no room for.</summary>
    private const int NoRoomToShare = SQLITE_IOERR | (19 << 8);

    private const string Backup = "Put a backup in its place: the database, the folder media and the keys, all of the same time.";

    /// <summary>
    /// A database that was lost, or cut to nothing, would be taken for a new one; and SQLite deletes the write-ahead log of an empty one.
    /// </summary>
    /// <exception cref="StorageSetupException">Beside it lies what only a deployment that was running leaves.</exception>
    public static void RefuseLostDatabase(string path)
    {
        var database = new FileInfo(path);
        if (database is { Exists: true, Length: >= ShortestDatabase })
            return;
        var left = Left(path);
        if (left is not null)
        {
            throw new StorageSetupException(
                $"{path} {(database.Exists ? "is empty" : "is missing")}, but {left} of a deployment lies beside it. {Backup} For a new deployment choose another directory.");
        }
    }

    /// <summary>By the codes of https://www.sqlite.org/rescode.html.</summary>
    public static StorageSetupException Tell(string path, SqliteException fault) => new(
        fault.SqliteErrorCode switch
        {
            _ when fault.SqliteErrorCode == SQLITE_FULL || fault.SqliteExtendedErrorCode == NoRoomToShare => $"The disk of {path} is full. Make room and start again; nothing is lost.",
            SQLITE_BUSY or SQLITE_LOCKED => $"{path} is held by another process. End it, such as a backup or a SQLite shell, and start again.",
            SQLITE_READONLY => $"{path} can't be written. Let the user that runs this program own the directory and the files in it, on a disk that is not read-only.",
            SQLITE_CANTOPEN or SQLITE_PERM => $"{path} can't be opened. Let the user that runs this program own the directory and the files in it, on a disk that is not read-only.",
            SQLITE_CORRUPT => $"{path} is damaged. {Backup}",
            SQLITE_NOTADB => $"{path} is damaged at its beginning, or is no database. {Backup}",
            SQLITE_IOERR => $"The disk of {path} fails (SQLite's code {fault.SqliteExtendedErrorCode}). Look at what the system says of the disk, and start again when it works.",
            _ => $"{path} can't be opened: {fault.Message}",
        },
        fault);

    private static string? Left(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (new FileInfo($"{path}-wal") is { Exists: true, Length: > 0 } log)
            return log.Name;
        return File.Exists(Path.Combine(folder, LedgerKey.FileName)) ? LedgerKey.FileName : null;
    }
}
