using MultiLine.Domain;
using MultiLine.Domain.Retention;
using MultiLine.Storage.Retention;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteDisposal(SqliteDatabase database) : IDisposal
{
    private const string Columns = "organization, id, started_by, started_at, ended_at, place, disposed, held, raw_items";

    public Task<DisposalRun?> FindOpenAsync(string organization, CancellationToken cancellationToken = default) =>
        database.ReadAsync(new("find", "disposal_run"), session => OpenOf(session, organization), cancellationToken);

    public Task<DisposalRun> BeginAsync(DisposalRun run, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("begin", "disposal_run"),
            session =>
            {
                if (OpenOf(session, run.Organization) is { } open)
                    return open;
                session.Execute(
                    "INSERT INTO disposal_run (organization, id, started_by, started_at) VALUES (?1, ?2, ?3, ?4)",
                    run.Organization, run.Id, run.StartedBy, run.StartedAt.ToUnixMicroseconds());
                return run;
            },
            cancellationToken);

    public Task<DisposalStep> DisposeAsync(DisposalRequest request, CancellationToken cancellationToken = default) =>
        database.WriteAsync(new("dispose", "content"), session => DisposalSteps.Dispose(session, request), cancellationToken);

    public Task<int> DisposeOfRawItemsAsync(RawDisposalRequest request, CancellationToken cancellationToken = default) =>
        database.WriteAsync(new("dispose", "raw_inbox"), session => DisposalSteps.DisposeOfRawItems(session, request), cancellationToken);

    public Task PassAsync(DisposalRun run, ConversationKey place, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("pass", "disposal_run"),
            session => session.Execute(
                "UPDATE disposal_run SET place = ?3 WHERE organization = ?1 AND id = ?2", run.Organization, run.Id, place.ToString()),
            cancellationToken);

    public Task EndAsync(DisposalRun run, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("end", "disposal_run"),
            session => session.Execute(
                "UPDATE disposal_run SET ended_at = ?3 WHERE organization = ?1 AND id = ?2", run.Organization, run.Id, at.ToUnixMicroseconds()),
            cancellationToken);

    public async Task<IReadOnlyList<DisposalRun>> ListAsync(
        string organization, string? before, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("list", "disposal_run"),
            session => session.Rows(
                $"SELECT {Columns} FROM disposal_run WHERE organization = ?1 AND (?2 IS NULL OR id < ?2) ORDER BY id DESC LIMIT ?3",
                ToRun, organization, before, limit),
            cancellationToken);

    public Task<IReadOnlyList<LegalHold>> HoldsAsync(string organization, CancellationToken cancellationToken = default) =>
        database.ReadAsync(new("list", "hold"), session => DisposalSteps.Holds(session, organization), cancellationToken);

    public Task<bool> EraseTracesAsync(CancellationToken cancellationToken = default) => database.EmptyWriteAheadLogAsync(cancellationToken);

    private static DisposalRun? OpenOf(SqliteSession session, string organization) => session.First(
        $"SELECT {Columns} FROM disposal_run WHERE organization = ?1 AND ended_at IS NULL", ToRun, organization);

    private static DisposalRun ToRun(SqliteRow row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetTime(3))
    {
        EndedAt = row.GetTimeOrNull(4),
        Place = row.GetStringOrNull(5) is { } place ? ConversationKey.Parse(place) : null,
        Disposed = row.GetInt64(6),
        Held = row.GetInt64(7),
        RawItems = row.GetInt64(8),
    };
}
