using MultiLine.Storage.Policies;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqlitePolicyStore(SqliteDatabase database) : IPolicyStore
{
    public Task<long> AddAsync(string organization, byte[] body, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("add", "policy"),
            session =>
            {
                var version = (session.Number("SELECT max(version) FROM policy WHERE organization = ?1", organization) ?? 0) + 1;
                session.Execute("INSERT INTO policy (organization, version, body) VALUES (?1, ?2, ?3)", organization, version, body);
                return version;
            },
            cancellationToken);

    public Task<byte[]?> FindAsync(string organization, long version, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("find", "policy"),
            session => session.First(
                "SELECT body FROM policy WHERE organization = ?1 AND version = ?2", row => row.GetBytes(0), organization, version),
            cancellationToken);
}
