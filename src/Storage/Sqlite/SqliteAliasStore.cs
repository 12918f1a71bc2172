using MultiLine.Storage.Contacts;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteAliasStore(SqliteDatabase database) : IAliasStore
{
    private const string Find = "SELECT contact FROM contact_alias WHERE organization = ?1 AND alias = ?2";

    public Task<string?> FindAsync(string organization, string alias, CancellationToken cancellationToken = default) =>
        database.ReadAsync(new("find", "contact_alias"), session => session.First(Find, row => row.GetString(0), organization, alias), cancellationToken);

    public Task<string?> ClaimAsync(
        string organization, IReadOnlyCollection<string> aliases, string contact, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("claim", "contact_alias"),
            session =>
            {
                foreach (var alias in aliases)
                {
                    if (session.First(Find, row => row.GetString(0), organization, alias) is { } holder && holder != contact)
                        return holder;
                }

                foreach (var alias in aliases)
                {
                    session.Execute(
                        "INSERT INTO contact_alias (organization, alias, contact) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                        organization, alias, contact);
                }

                return null;
            },
            cancellationToken);

    public Task<string?> MoveAsync(string organization, string alias, string from, string to, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("move", "contact_alias"),
            session =>
            {
                session.Execute(
                    "UPDATE contact_alias SET contact = ?4 WHERE organization = ?1 AND alias = ?2 AND contact = ?3", organization, alias, from, to);
                return session.First(Find, row => row.GetString(0), organization, alias);
            },
            cancellationToken);

    public Task ReleaseAsync(string organization, string alias, string contact, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("release", "contact_alias"),
            session =>
            {
                session.Execute("DELETE FROM contact_alias WHERE organization = ?1 AND alias = ?2 AND contact = ?3", organization, alias, contact);
                return true;
            },
            cancellationToken);
}
