using MultiLine.Storage.Contacts;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteContactStore(SqliteDatabase database) : IContactStore
{
    private const string Columns = "id, version, name, phone, phone_at, bsuid, bsuid_at, merged_into";

    public Task<ContactRow?> FindAsync(string organization, string contact, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("find", "contact"),
            session => session.First(
                $"SELECT {Columns} FROM contact WHERE organization = ?1 AND id = ?2", ToContact, organization, contact),
            cancellationToken);

    public Task<bool> SaveAsync(string organization, ContactRow row, long expectedVersion, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("save", "contact"),
            session =>
            {
                var version = session.Number("SELECT version FROM contact WHERE organization = ?1 AND id = ?2", organization, row.Id) ?? 0;
                if (version != expectedVersion)
                    return false;
                session.Execute(
                    """
                    INSERT INTO contact (organization, id, version, name, search_name, phone, phone_at, bsuid, bsuid_at, merged_into)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
                    ON CONFLICT DO UPDATE SET version = excluded.version, name = excluded.name, search_name = excluded.search_name,
                        phone = excluded.phone, phone_at = excluded.phone_at, bsuid = excluded.bsuid, bsuid_at = excluded.bsuid_at,
                        merged_into = excluded.merged_into
                    """,
                    organization, row.Id, row.Version, row.Name, ContactSearch.Searchable(row.Name),
                    row.Phone, row.PhoneAt?.ToUnixMicroseconds(), row.Bsuid, row.BsuidAt?.ToUnixMicroseconds(), row.MergedInto);
                return true;
            },
            cancellationToken);

    public async Task<IReadOnlyCollection<string>> SameAsync(string organization, string contact, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(new("same", "contact"), session => Same(session, organization, contact), cancellationToken);

    public static HashSet<string> Same(SqliteSession session, string organization, string contact) =>
    [
        .. session.Rows(
            """
            WITH RECURSIVE same (id) AS (
                SELECT ?2
                UNION SELECT contact.merged_into FROM same JOIN contact ON contact.organization = ?1 AND contact.id = same.id
                    WHERE contact.merged_into IS NOT NULL
                UNION SELECT contact.id FROM same JOIN contact ON contact.organization = ?1 AND contact.merged_into = same.id
            )
            SELECT id FROM same
            """,
            row => row.GetString(0),
            organization, contact),
    ];

    public async Task<IReadOnlyList<ContactRow>> ReadAsync(
        string organization, string? search, ContactCursor? after, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("list", "contact"),
            session => session.Rows(
                $"""
                SELECT {Columns} FROM contact
                WHERE organization = ?1 AND merged_into IS NULL AND (search_name, id) > (?2, ?3)
                    AND {ContactSearch.Condition("?4")}
                ORDER BY search_name, id LIMIT ?5
                """,
                ToContact, organization, ContactSearch.Searchable(after?.Name ?? ""), after?.Id ?? "", ContactSearch.Words(search), limit),
            cancellationToken);

    private static ContactRow ToContact(SqliteRow row) =>
        new(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetStringOrNull(3), row.GetStringOrNull(5))
        {
            PhoneAt = row.GetTimeOrNull(4),
            BsuidAt = row.GetTimeOrNull(6),
            MergedInto = row.GetStringOrNull(7),
        };
}
