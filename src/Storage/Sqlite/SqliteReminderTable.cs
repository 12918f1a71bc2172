
namespace MultiLine.Storage.Sqlite;

/// <summary>Reminders as the actor host registers them; each write gives a new ETag.</summary>
internal sealed class SqliteReminderTable(SqliteDatabase database, TimeProvider time) : IReminderTable
{
    /// <summary>No grain asks for a first tick later than this: a session lasts a day.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(25);

    private const string Columns = "grain_id, name, start_at, period, etag";

    /// <summary>A first tick that is further ahead was set by a clock that has been set back since: nobody is to wait until it is there again.</summary>
    public Task StartAsync(CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        return database.WriteAsync(
            new("bring_forward", "reminder"),
            session => session.Execute(
                "UPDATE reminder SET start_at = ?1 WHERE start_at > ?2", now.ToUnixMicroseconds(), (now + LongestWait).ToUnixMicroseconds()),
            cancellationToken);
    }

    public Task<ReminderTableData> ReadRows(GrainId grainId) =>
        database.ReadAsync(
            new("list", "reminder"),
            session => new ReminderTableData(
                session.Rows($"SELECT {Columns} FROM reminder WHERE grain_id = ?1 ORDER BY name", ToEntry, grainId.ToString())),
            CancellationToken.None);

    public Task<ReminderTableData> ReadRows(uint begin, uint end) =>
        database.ReadAsync(
            new("list_range", "reminder"),
            session => new ReminderTableData(
                session.Rows(
                    begin < end
                        ? $"SELECT {Columns} FROM reminder WHERE hash > ?1 AND hash <= ?2"
                        : $"SELECT {Columns} FROM reminder WHERE hash > ?1 OR hash <= ?2",
                    ToEntry, begin, end)),
            CancellationToken.None);

    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) =>
        database.ReadAsync(
            new("find", "reminder"),
            session => session.First(
                $"SELECT {Columns} FROM reminder WHERE grain_id = ?1 AND name = ?2", ToEntry, grainId.ToString(), reminderName),
            CancellationToken.None);

    public Task<string?> UpsertRow(ReminderEntry entry)
    {
        var etag = Guid.NewGuid().ToString("N");
        return database.WriteAsync<string?>(
            new("save", "reminder"),
            session =>
            {
                session.Execute(
                    """
                    INSERT INTO reminder (grain_id, name, hash, start_at, period, etag) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                    ON CONFLICT DO UPDATE SET start_at = excluded.start_at, period = excluded.period, etag = excluded.etag
                    """,
                    entry.GrainId.ToString(), entry.ReminderName, entry.GrainId.GetUniformHashCode(),
                    new DateTimeOffset(entry.StartAt, TimeSpan.Zero).ToUnixMicroseconds(),
                    entry.Period.Ticks / TimeSpan.TicksPerMicrosecond, etag);
                return etag;
            },
            CancellationToken.None);
    }

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) =>
        database.WriteAsync(
            new("remove", "reminder"),
            session => session.Execute(
                "DELETE FROM reminder WHERE grain_id = ?1 AND name = ?2 AND etag = ?3", grainId.ToString(), reminderName, eTag) == 1,
            CancellationToken.None);

    public Task TestOnlyClearTable() =>
        database.WriteAsync(new("clear", "reminder"), session => session.Execute("DELETE FROM reminder"), CancellationToken.None);

    private static ReminderEntry ToEntry(SqliteRow row) => new()
    {
        GrainId = ToGrainId(row.GetString(0)),
        ReminderName = row.GetString(1),
        StartAt = row.GetTime(2).UtcDateTime,
        Period = TimeSpan.FromMicroseconds(row.GetInt64(3)),
        ETag = row.GetString(4),
    };

    private static GrainId ToGrainId(string stored)
    {
        var slash = stored.IndexOf('/');
        return GrainId.Create(stored[..slash], stored[(slash + 1)..]);
    }
}
