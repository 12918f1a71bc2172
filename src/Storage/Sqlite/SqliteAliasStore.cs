using MultiLine.Storage.Contacts;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteAliasStore(SqliteDatabase database) : IAliasStore
{
    private const string Find = "SELECT contact FROM contact_alias WHERE organization = ?1 AND alias = ?2";

    public Task<string?> FindAsync(string organization, string alias, CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => session.First(Find, row => row.GetString(0), organization, alias), cancellationToken);

    public Task<string> ClaimAsync(string organization, string alias, string contact, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            session =>
            {
                session.Execute(
                    "INSERT INTO contact_alias (organization, alias, contact) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                    organization, alias, contact);
                return session.First(Find, row => row.GetString(0), organization, alias)!;
            },
            cancellationToken);
}
