using MultiLine.Storage.RawInbox;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteRawInbox(SqliteDatabase database) : IRawInbox
{
    public Task AddAsync(RawItem item, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("add", "raw_inbox"),
            session => session.Execute(
                """
                INSERT INTO raw_inbox (provider, digest, reason, sealed, received_at) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT DO UPDATE SET times = times + 1, reason = excluded.reason, replayed_at = NULL
                """,
                item.Provider, item.Digest, item.Reason, item.Sealed, item.ReceivedAt.ToUnixMicroseconds()),
            cancellationToken);

    public async Task<IReadOnlyList<RawEntry>> ReadAsync(long? before, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("list", "raw_inbox"),
            session => session.Rows(
                """
                SELECT id, provider, digest, reason, x'', received_at, length(sealed), times, replayed_at FROM raw_inbox
                WHERE id < ?1 ORDER BY id DESC LIMIT ?2
                """,
                ToEntry, before ?? long.MaxValue, limit),
            cancellationToken);

    public Task<RawEntry?> FindAsync(long id, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("find", "raw_inbox"),
            session => session.First(
                "SELECT id, provider, digest, reason, sealed, received_at, length(sealed), times, replayed_at FROM raw_inbox WHERE id = ?1",
                ToEntry, id),
            cancellationToken);

    public Task MarkReplayedAsync(long id, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("mark_replayed", "raw_inbox"),
            session => session.Execute("UPDATE raw_inbox SET replayed_at = ?2 WHERE id = ?1", id, at.ToUnixMicroseconds()),
            cancellationToken);

    public Task<long> CountOpenAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("count_open", "raw_inbox"),
            session => session.Number("SELECT count(*) FROM raw_inbox WHERE replayed_at IS NULL") ?? 0,
            cancellationToken);

    private static RawEntry ToEntry(SqliteRow row) => new(
        row.GetInt64(0),
        new RawItem(row.GetString(1), row.GetString(2), row.GetString(3), row.GetBytes(4), row.GetTime(5)),
        row.GetInt32(6),
        row.GetInt32(7),
        row.GetTimeOrNull(8));
}
