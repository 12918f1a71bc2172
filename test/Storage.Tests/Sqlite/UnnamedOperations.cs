using MultiLine.Storage.Sqlite;

namespace MultiLine.Storage.Tests.Sqlite;

/// <summary>What tests do with a database has no name of its own.</summary>
internal static class UnnamedOperations
{
    private static readonly Operation s_unnamed = new("test", "anything");

    public static Task<T> WriteAsync<T>(this SqliteDatabase database, Func<SqliteSession, T> step, CancellationToken cancellationToken) =>
        database.WriteAsync(s_unnamed, step, cancellationToken);

    public static Task<T> ReadAsync<T>(this SqliteDatabase database, Func<SqliteSession, T> read, CancellationToken cancellationToken) =>
        database.ReadAsync(s_unnamed, read, cancellationToken);
}
