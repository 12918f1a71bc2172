using MultiLine.Storage.Surveillance;

namespace MultiLine.Storage.Sqlite;

/// <summary>Written by <see cref="SqliteReviewQueue"/>, in the step that moves its place.</summary>
internal sealed class SqliteNotices(SqliteDatabase database) : INotices
{
    public async Task<IReadOnlyList<Notice>> ListAsync(
        string organization, string person, long before, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("list", "notice"),
            session =>
            {
                var through = Through(session, organization, person);
                return session.Rows(
                    """
                    SELECT id, rule, conversation, version FROM notice JOIN log USING (sequence)
                    WHERE organization = ?1 AND person = ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4
                    """,
                    row => new Notice(row.GetInt64(0), row.GetString(1), row.GetConversation(2), row.GetInt64(3), row.GetInt64(0) <= through),
                    organization, person, before, limit);
            },
            cancellationToken);

    public Task<long> UnseenAsync(string organization, string person, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("count", "notice"),
            session => session.Number(
                "SELECT count(*) FROM notice WHERE organization = ?1 AND person = ?2 AND id > ?3",
                organization, person, Through(session, organization, person)) ?? 0,
            cancellationToken);

    public Task SeeAsync(string organization, string person, long through, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("see", "notice"),
            session => session.Execute(
                """
                INSERT INTO notice_seen (organization, person, through) VALUES (?1, ?2, ?3)
                ON CONFLICT DO UPDATE SET through = max(through, excluded.through)
                """,
                organization, person, through),
            cancellationToken);

    private static long Through(SqliteSession session, string organization, string person) =>
        session.Number("SELECT through FROM notice_seen WHERE organization = ?1 AND person = ?2", organization, person) ?? 0;
}
