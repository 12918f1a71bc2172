using MultiLine.Domain;
using MultiLine.Storage.Inbox;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteThreadStore(SqliteDatabase database) : IThreadStore
{
    private const string Columns = "contact, version, last_activity_at, summary, channels, disposals, followed_disposals";

    public Task<ThreadRow?> FindAsync(string line, string contact, CancellationToken cancellationToken = default) =>
        database.ReadAsync(new("find", "thread"), session => Find(session, line, contact), cancellationToken);

    public async Task<IReadOnlyDictionary<string, ThreadRow>> FindAsync(
        string line, IReadOnlyCollection<string> contacts, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("find_many", "thread"),
            session => contacts.Select(contact => Find(session, line, contact)).OfType<ThreadRow>()
                .ToDictionary(row => row.Contact, StringComparer.Ordinal),
            cancellationToken);

    public Task<bool> ApplyAsync(string line, IReadOnlyList<ThreadChange> changes, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("apply", "thread"),
            session =>
            {
                if (changes.Any(change => VersionOf(session, line, change.Row.Contact) != change.ExpectedVersion))
                    return false;
                var cursor = HeadOf(session, line);
                foreach (var change in changes)
                {
                    Replace(session, line, change.Row);
                    foreach (var version in change.Feed.DefaultIfEmpty(FeedEntry.SummaryOnly))
                    {
                        session.Execute(
                            "INSERT INTO feed (line, cursor, contact, version) VALUES (?1, ?2, ?3, ?4)",
                            line, ++cursor, change.Row.Contact, version);
                    }
                }

                return true;
            },
            cancellationToken);

    public async Task<IReadOnlyList<ThreadRow>> ReadAsync(
        string line, ThreadCursor? after, int limit, ThreadFilter? filter = null, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("list", "thread"),
            // The contacts are looked at in the order of the threads, and no more of them than make the page.
            session => session.Rows(
                $"""
                SELECT {Columns} FROM thread
                WHERE line = ?1 AND last_activity_at <= ?2 AND (last_activity_at < ?2 OR contact > ?3)
                    AND (?5 IS NULL OR instr(channels, ?5) > 0)
                    AND (?6 IS NULL OR EXISTS (
                        SELECT 1 FROM contact WHERE organization = ?7 AND id = thread.contact AND {ContactSearch.Condition("?6")}))
                ORDER BY last_activity_at DESC, contact LIMIT ?4
                """,
                ToThread,
                line,
                after?.LastActivityAt.ToUnixMicroseconds() ?? long.MaxValue,
                after?.Contact ?? "",
                limit,
                filter?.Channel?.Name(),
                ContactSearch.Words(filter?.Search),
                line[..line.IndexOf('/', StringComparison.Ordinal)]),
            cancellationToken);

    public async Task<IReadOnlyList<ThreadRow>> ReadOutdatedAsync(string line, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("list_outdated", "thread"),
            session => session.Rows(
                $"SELECT {Columns} FROM thread WHERE line = ?1 AND followed_disposals < disposals ORDER BY contact LIMIT ?2", ToThread, line, limit),
            cancellationToken);

    public async Task<IReadOnlyList<FeedEntry>> ReadFeedAsync(
        string line, long afterCursor, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("read", "feed"),
            session => session.Rows(
                "SELECT cursor, contact, version FROM feed WHERE line = ?1 AND cursor > ?2 ORDER BY cursor LIMIT ?3",
                row => new FeedEntry(row.GetInt64(0), row.GetString(1), row.GetInt64(2)),
                line, afterCursor, limit),
            cancellationToken);

    public Task<long> FeedHeadAsync(string line, CancellationToken cancellationToken = default) =>
        database.ReadAsync(new("head", "feed"), session => HeadOf(session, line), cancellationToken);

    private static ThreadRow? Find(SqliteSession session, string line, string contact) =>
        session.First($"SELECT {Columns} FROM thread WHERE line = ?1 AND contact = ?2", ToThread, line, contact);

    private static long VersionOf(SqliteSession session, string line, string contact) =>
        session.Number("SELECT version FROM thread WHERE line = ?1 AND contact = ?2", line, contact) ?? 0;

    private static long HeadOf(SqliteSession session, string line) =>
        session.Number("SELECT max(cursor) FROM feed WHERE line = ?1", line) ?? 0;

    private static void Replace(SqliteSession session, string line, ThreadRow row) =>
        session.Execute(
            """
            INSERT INTO thread (line, contact, version, last_activity_at, summary, channels, followed_disposals) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT DO UPDATE SET version = excluded.version, last_activity_at = excluded.last_activity_at, summary = excluded.summary,
                channels = excluded.channels, followed_disposals = excluded.followed_disposals
            """,
            line, row.Contact, row.Version, row.LastActivityAt.ToUnixMicroseconds(), row.Summary,
            string.Join(' ', row.Channels.Select(channel => channel.Name())), row.Disposals);

    private static ThreadRow ToThread(SqliteRow row) =>
        new(row.GetString(0), row.GetInt64(1), row.GetTime(2), row.GetBytes(3))
        {
            Channels = [.. row.GetString(4).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Channels.Parse(name)!.Value)],
            Disposals = row.GetInt64(5),
            IsOutdated = row.GetInt64(6) < row.GetInt64(5),
        };
}
