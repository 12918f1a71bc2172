using MultiLine.Storage.Followers;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteFollowerMarks(SqliteDatabase database) : IFollowerMarks
{
    public async Task<IReadOnlyList<FollowerMark>> ReadAsync(string follower, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            session => session.Rows(
                "SELECT conversation, version FROM follower_mark WHERE follower = ?1 ORDER BY place LIMIT ?2",
                row => new FollowerMark(row.GetConversation(0), row.GetInt64(1)),
                follower, limit),
            cancellationToken);

    public Task ClearAsync(string follower, FollowerMark mark, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            session => session.Execute(
                "DELETE FROM follower_mark WHERE follower = ?1 AND conversation = ?2 AND version = ?3",
                follower, mark.Conversation.ToString(), mark.Version),
            cancellationToken);

    public async Task<IReadOnlyList<string>> FollowersAsync(CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            session => session.Rows("SELECT DISTINCT follower FROM follower_mark ORDER BY follower", row => row.GetString(0)),
            cancellationToken);
}
