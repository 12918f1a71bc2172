using MultiLine.Domain;
using MultiLine.Storage.Followers;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteFollowerMarks(SqliteDatabase database) : IFollowerMarks
{
    public async Task<IReadOnlyList<FollowerMark>> ReadAsync(
        string follower, long afterPlace, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("read", "follower_mark"),
            session => session.Rows(
                "SELECT conversation, version, place FROM follower_mark WHERE follower = ?1 AND place > ?2 ORDER BY place LIMIT ?3",
                row => new FollowerMark(row.GetConversation(0), row.GetInt64(1), row.GetInt64(2)),
                follower, afterPlace, limit),
            cancellationToken);

    public Task<FollowerHead> HeadAsync(string follower, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("head", "follower_mark"),
            session =>
            {
                // The log first: what comes between the two is in the marks, and no harm is done where it is in them only.
                var log = session.Number("SELECT max(sequence) FROM log") ?? 0;
                return new FollowerHead(session.Number("SELECT max(place) FROM follower_mark WHERE follower = ?1", follower) ?? 0, log);
            },
            cancellationToken);

    public Task ClearAsync(string follower, FollowerMark mark, CancellationToken cancellationToken = default) =>
        ClearAsync(follower, [mark], cancellationToken);

    public Task ClearAsync(string follower, IReadOnlyCollection<FollowerMark> marks, CancellationToken cancellationToken = default) =>
        marks.Count == 0 ? Task.CompletedTask : database.WriteAsync(
            new("clear", "follower_mark"),
            session => marks.Sum(mark => session.Execute(
                "DELETE FROM follower_mark WHERE follower = ?1 AND conversation = ?2 AND version = ?3",
                follower, mark.Conversation.ToString(), mark.Version)),
            cancellationToken);

    public async Task<IReadOnlyList<string>> FollowersAsync(CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("list_followers", "follower_mark"),
            session => session.Rows("SELECT DISTINCT follower FROM follower_mark ORDER BY follower", row => row.GetString(0)),
            cancellationToken);

    public async Task<IReadOnlyList<FollowerLag>> LagsAsync(DateTimeOffset late, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("lags", "follower_mark"),
            session => session.Rows(
                """
                SELECT follower, count(*), sum(recorded_at < ?1), min(recorded_at)
                FROM follower_mark JOIN log ON sequence = place GROUP BY follower ORDER BY follower
                """,
                row => new FollowerLag(row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetTime(3)),
                late.ToUnixMicroseconds()),
            cancellationToken);

    public async Task<IReadOnlyList<LateMark>> ReadLateAsync(DateTimeOffset late, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("read_late", "follower_mark"),
            session => session.Rows(
                """
                SELECT follower, mark.conversation, mark.version, place, recorded_at FROM follower_mark AS mark JOIN log ON sequence = place
                WHERE recorded_at < ?1 ORDER BY place, follower LIMIT ?2
                """,
                row => new LateMark(
                    row.GetString(0), new FollowerMark(row.GetConversation(1), row.GetInt64(2), row.GetInt64(3)), row.GetTime(4)),
                late.ToUnixMicroseconds(), limit),
            cancellationToken);

    public Task<FollowerMark?> FindAsync(string follower, ConversationKey conversation, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("find", "follower_mark"),
            session => session.First(
                "SELECT version, place FROM follower_mark WHERE follower = ?1 AND conversation = ?2",
                row => new FollowerMark(conversation, row.GetInt64(0), row.GetInt64(1)),
                follower, conversation.ToString()),
            cancellationToken);
}
