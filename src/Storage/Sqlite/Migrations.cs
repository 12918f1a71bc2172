using System.Globalization;
using Microsoft.Data.Sqlite;
using MultiLine.Storage.Hosting;

namespace MultiLine.Storage.Sqlite;

/// <summary>
/// Brings a database to the schema of this program: <c>Schema/0001.sql</c> and so on, each applied once, in order, the number of the
/// last one kept in <c>user_version</c>. A migration that was released is never edited.
/// </summary>
internal static class Migrations
{
    /// <summary>Marks the file as ours ("MLOR"), so that no other database is taken for one.</summary>
    private const long ApplicationId = 0x4D4C4F52;

    private static readonly string[] Scripts =
        [.. typeof(Migrations).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order()];

    /// <summary>Applies what is missing in one transaction; the version before and after. Where it fails, closing the connection undoes it.</summary>
    /// <exception cref="StorageSetupException">The file is something else, or was written by a later release.</exception>
    public static (long From, long To) Apply(SqliteConnection connection)
    {
        Run(connection, "BEGIN IMMEDIATE");
        var from = ReadVersion(connection);
        foreach (var script in Scripts.Skip((int)from))
            Run(connection, ReadScript(script));
        Run(connection, string.Create(CultureInfo.InvariantCulture,
            $"PRAGMA user_version = {Scripts.Length}; PRAGMA application_id = {ApplicationId}; COMMIT"));
        return (from, Scripts.Length);
    }

    private static long ReadVersion(SqliteConnection connection)
    {
        var version = Read(connection, "PRAGMA user_version");
        var tables = Read(connection, "SELECT count(*) FROM sqlite_schema");
        if (tables > 0 && Read(connection, "PRAGMA application_id") != ApplicationId)
            throw new StorageSetupException($"{connection.DataSource} is not a MultiLine database. Choose another data directory.");
        if (version > Scripts.Length)
        {
            throw new StorageSetupException(string.Create(CultureInfo.InvariantCulture,
                $"{connection.DataSource} was written by a later release: its schema is {version}, this program knows {Scripts.Length}. Start that release."));
        }

        return version;
    }

    private static string ReadScript(string name)
    {
        using var stream = typeof(Migrations).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static long Read(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements are constants and the scripts of this assembly.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
