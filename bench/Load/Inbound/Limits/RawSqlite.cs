using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace MultiLine.Load.Inbound.Limits;

/// <summary>SQLite with the product's journal, fsync and caches and one table, into which rows as large as all that the product keeps of a message go, a hundred in a commit.</summary>
internal static class RawSqlite
{
    private const int Group = 100;

    private static readonly TimeSpan HowLong = TimeSpan.FromSeconds(10);

    /// <returns>Rows a second, each commit with fsync.</returns>
    public static double Measure(int bytes)
    {
        var directory = Directory.CreateTempSubdirectory("multiline-raw-");
        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(directory.FullName, "raw.db")};Pooling=False");
            connection.Open();
            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -64000; PRAGMA wal_autocheckpoint = 16000");
            Execute(connection, "CREATE TABLE event (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO event (bytes) VALUES (?1)";
            insert.Parameters.Add(new SqliteParameter { ParameterName = "?1", Value = RandomNumberGenerator.GetBytes(bytes) });
            insert.Prepare();
            var rows = 0;
            var clock = Stopwatch.StartNew();
            for (; clock.Elapsed < HowLong; rows += Group)
            {
                Execute(connection, "BEGIN IMMEDIATE");
                for (var row = 0; row < Group; row++)
                {
                    insert.ExecuteNonQuery();
                }

                Execute(connection, "COMMIT");
            }

            return rows / clock.Elapsed.TotalSeconds;
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants, all of them.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
