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

    public Task<long> HeadAsync(string follower, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("head", "follower_mark"),
            session => session.Number("SELECT max(place) FROM follower_mark WHERE follower = ?1", follower) ?? 0,
            cancellationToken);

    public Task ClearAsync(string follower, FollowerMark mark, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("clear", "follower_mark"),
            session => session.Execute(
                "DELETE FROM follower_mark WHERE follower = ?1 AND conversation = ?2 AND version = ?3",
                follower, mark.Conversation.ToString(), mark.Version),
            cancellationToken);

    public async Task<IReadOnlyList<string>> FollowersAsync(CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("list_followers", "follower_mark"),
            session => session.Rows("SELECT DISTINCT follower FROM follower_mark ORDER BY follower", row => row.GetString(0)),
            cancellationToken);
}
