using MultiLine.Storage.Policies;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqlitePolicyStore(SqliteDatabase database) : IPolicyStore
{
    public Task<long> AddAsync(string organization, StoredPolicy policy, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("add", "policy"),
            session =>
            {
                var version = (session.Number("SELECT max(version) FROM policy WHERE organization = ?1", organization) ?? 0) + 1;
                session.Execute(
                    "INSERT INTO policy (organization, version, body, person, saved_at) VALUES (?1, ?2, ?3, ?4, ?5)",
                    organization, version, policy.Body, policy.Person, policy.SavedAt.ToUnixMicroseconds());
                return version;
            },
            cancellationToken);

    public Task<StoredPolicy?> FindAsync(string organization, long version, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("find", "policy"),
            session => session.First(
                "SELECT body, person, saved_at FROM policy WHERE organization = ?1 AND version = ?2",
                row => new StoredPolicy(row.GetBytes(0), row.GetString(1), row.GetTime(2)),
                organization, version),
            cancellationToken);
}
