using MultiLine.Storage.Ledger;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteAnchors(SqliteDatabase database) : IAnchors
{
    private const string Columns = "id, organization, destination, number, at, taken, answer";

    public Task AddAsync(AnchorAttempt attempt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return database.WriteAsync(
            new("add", "anchor"),
            session => session.Execute(
                "INSERT INTO anchor (organization, destination, number, at, taken, answer) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                attempt.Organization, attempt.Destination, attempt.Number, attempt.At.ToUnixMicroseconds(), attempt.Taken ? 1 : 0, attempt.Answer),
            cancellationToken);
    }

    public async Task<IReadOnlyList<AnchorAttempt>> ReadAsync(
        string organization, long beforeId, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("read", "anchor"),
            session => session.Rows(
                $"SELECT {Columns} FROM anchor WHERE organization = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3",
                ToAttempt, organization, beforeId, limit),
            cancellationToken);

    public Task<AnchorStanding> StandingAsync(string organization, string destination, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("standing", "anchor"),
            session =>
            {
                var taken = session.First(
                    $"SELECT {Columns} FROM anchor WHERE organization = ?1 AND destination = ?2 AND taken = 1 ORDER BY id DESC LIMIT 1",
                    ToAttempt, organization, destination);
                return session.First(
                    """
                    SELECT count(*), (SELECT at FROM anchor WHERE organization = ?1 AND destination = ?2 AND id > ?3 ORDER BY id DESC LIMIT 1)
                    FROM anchor WHERE organization = ?1 AND destination = ?2 AND id > ?3
                    """,
                    row => new AnchorStanding(taken, row.GetInt32(0), row.GetTimeOrNull(1)),
                    organization, destination, taken?.Id ?? 0)!;
            },
            cancellationToken);

    private static AnchorAttempt ToAttempt(SqliteRow row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetTime(4), row.GetInt64(5) == 1, row.GetString(6));
}
