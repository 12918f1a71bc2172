using System.Globalization;
using System.Text.Json;
using MultiLine.Domain.Media;
using MultiLine.Storage.Media;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteMediaStore(SqliteDatabase database) : IMediaStore
{
    private const string Follower = "media";

    public Task<long> PlaceAsync(string shard, CancellationToken cancellationToken = default) =>
        database.ReadAsync(new("place", "medium"), session => LedgerPlaces.Find(session, Follower, shard), cancellationToken);

    public Task<bool> WantAsync(
        string shard, long after, long through, IReadOnlyList<WantedMedium> wanted, DateTimeOffset due, CancellationToken cancellationToken = default)
    {
        if (through <= after)
            throw new ArgumentOutOfRangeException(nameof(through), through, $"The place in {shard} moves on from {after}.");
        return database.WriteAsync(
            new("want", "medium"),
            session =>
            {
                if (!LedgerPlaces.Move(session, Follower, shard, after, through))
                    return false;
                foreach (var medium in wanted)
                    Want(session, shard, medium, due);
                return true;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<DueMedium>> DueAsync(string shard, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("due", "medium"),
            session => session.Rows(
                """
                SELECT sequence, conversation, version, recorded_at, tries FROM medium_use JOIN log USING (sequence)
                WHERE shard = ?1 AND state = 'wanted' AND due_at <= ?2 ORDER BY due_at LIMIT ?3
                """,
                row => new DueMedium(row.GetInt64(0), row.GetConversation(1), row.GetInt64(2), row.GetTime(3), row.GetInt32(4)),
                shard, now.ToUnixMicroseconds(), limit),
            cancellationToken);

    public async Task EndWaitsAsync(string shard, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var waiting = await database.ReadAsync(
            new("read_waiting", "medium"),
            session => session.Rows(
                "SELECT sequence, tries, due_at FROM medium_use WHERE shard = ?1 AND state = 'wanted' AND due_at > ?2",
                row => (Sequence: row.GetInt64(0), Wait: MediaFetching.Wait(row.GetInt32(1), row.GetTime(2))),
                shard, now.ToUnixMicroseconds()),
            cancellationToken);
        long[] over = [.. waiting.Where(file => file.Wait.IsOver(now)).Select(file => file.Sequence)];
        if (over.Length == 0)
            return;
        await database.WriteAsync(
            new("end_waits", "medium"),
            session => session.Execute(
                "UPDATE medium_use SET due_at = ?2 WHERE sequence IN (SELECT value FROM json_each(?1)) AND state = 'wanted' AND due_at > ?2",
                JsonSerializer.Serialize(over), now.ToUnixMicroseconds()),
            cancellationToken);
    }

    public Task PostponeAsync(long sequence, DateTimeOffset due, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("postpone", "medium"),
            session => session.Execute("UPDATE medium_use SET tries = tries + 1, due_at = ?2 WHERE sequence = ?1", sequence, due.ToUnixMicroseconds()),
            cancellationToken);

    public Task MissAsync(long sequence, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("miss", "medium"), session => session.Execute("UPDATE medium_use SET state = 'missed' WHERE sequence = ?1", sequence), cancellationToken);

    public Task<bool> KeepAsync(long sequence, StoredMedium medium, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("keep", "medium"),
            session =>
            {
                if (Use(session, sequence, medium.Token) == 0)
                    return false;
                session.Execute(
                    "INSERT INTO medium_trash (file) SELECT file FROM medium WHERE organization = ?1 AND token = ?2 ON CONFLICT DO NOTHING",
                    medium.Organization, medium.Token);
                session.Execute(
                    """
                    INSERT INTO medium (organization, token, file, sealed) VALUES (?1, ?2, ?3, ?4)
                    ON CONFLICT DO UPDATE SET file = excluded.file, sealed = excluded.sealed
                    """,
                    medium.Organization, medium.Token, medium.File, medium.Sealed);
                return true;
            },
            cancellationToken);

    public Task<bool> UseAsync(long sequence, string organization, string token, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("use", "medium"),
            session => session.Number("SELECT 1 FROM medium WHERE organization = ?1 AND token = ?2", organization, token) is not null
                && Use(session, sequence, token) > 0,
            cancellationToken);

    public Task<StoredMedium?> FindAsync(string organization, string token, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("find", "medium"),
            session => session.First(
                "SELECT file, sealed FROM medium WHERE organization = ?1 AND token = ?2",
                row => new StoredMedium(organization, token, row.GetString(0), row.GetBytes(1)),
                organization, token),
            cancellationToken);

    public async Task<IReadOnlyList<string>> TrashAsync(int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("list", "medium_trash"),
            session => session.Rows("SELECT file FROM medium_trash LIMIT ?1", row => row.GetString(0), limit),
            cancellationToken);

    public Task ClearTrashAsync(IReadOnlyCollection<string> files, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("clear", "medium_trash"),
            session => session.Execute("DELETE FROM medium_trash WHERE file IN (SELECT value FROM json_each(?1))", JsonSerializer.Serialize(files)),
            cancellationToken);

    public async Task<IReadOnlyList<string>> UnknownAsync(IReadOnlyCollection<string> files, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("unknown", "medium"),
            session => session.Rows(
                "SELECT value FROM json_each(?1) WHERE NOT EXISTS (SELECT 1 FROM medium WHERE file = value)",
                row => row.GetString(0),
                JsonSerializer.Serialize(files)),
            cancellationToken);

    /// <summary>What goes with the content of these events (their sequences, a JSON array), in the step that disposes of it.</summary>
    public static void Dispose(SqliteSession session, string sequences)
    {
        var used = session.Rows(
            "SELECT DISTINCT organization, token FROM medium_use WHERE sequence IN (SELECT value FROM json_each(?1)) AND token IS NOT NULL",
            row => (Organization: row.GetString(0), Token: row.GetString(1)),
            sequences);
        session.Execute("DELETE FROM medium_use WHERE sequence IN (SELECT value FROM json_each(?1))", sequences);
        foreach (var (organization, token) in used)
        {
            if (session.Number("SELECT 1 FROM medium_use WHERE organization = ?1 AND token = ?2", organization, token) is not null)
                continue;
            session.Execute(
                "INSERT INTO medium_trash (file) SELECT file FROM medium WHERE organization = ?1 AND token = ?2 ON CONFLICT DO NOTHING", organization, token);
            session.Execute("DELETE FROM medium WHERE organization = ?1 AND token = ?2", organization, token);
        }
    }

    private static int Use(SqliteSession session, long sequence, string token) =>
        session.Execute("UPDATE medium_use SET state = 'kept', token = ?2 WHERE sequence = ?1", sequence, token);

    private static void Want(SqliteSession session, string shard, WantedMedium medium, DateTimeOffset due)
    {
        var sequence = session.Number(
            "SELECT sequence FROM log WHERE conversation = ?1 AND version = ?2", medium.Conversation.ToString(), medium.Version)
            ?? throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"Event {medium.Version} of {medium.Conversation} is not in the log."));
        if (session.Number("SELECT 1 FROM content WHERE sequence = ?1", sequence) is null)
            return;
        var isKept = medium.Token is not null && session.Number(
            "SELECT 1 FROM medium WHERE organization = ?1 AND token = ?2", medium.Conversation.Organization, medium.Token) is not null;
        session.Execute(
            "INSERT INTO medium_use (sequence, organization, shard, token, state, due_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
            sequence, medium.Conversation.Organization, shard, medium.Token, isKept ? "kept" : "wanted", due.ToUnixMicroseconds());
    }
}
