using MultiLine.Domain.Ledger;
using MultiLine.Storage.Ledger;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteTreeHeads(SqliteDatabase database) : ITreeHeads
{
    public Task<bool> AddAsync(SignedTreeHead head, LedgerPublicKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(key);
        return database.WriteAsync(
            new("add", "tree_head"),
            session =>
            {
                var (organization, number) = (head.Head.Organization, head.Head.Number);
                var newest = session.Number("SELECT max(number) FROM tree_head WHERE organization = ?1", organization) ?? 0;
                if (number <= newest)
                    return false;
                if (number != newest + 1)
                    throw new InvalidOperationException($"Head {number} of {organization} would follow head {newest}.");
                session.Execute(
                    "INSERT INTO tree_head (organization, number, text) VALUES (?1, ?2, ?3)", organization, number, head.ToBytes());
                session.Execute(
                    "INSERT INTO ledger_key (id, pem, used_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                    key.Id, key.ToPem(), head.Head.Time.ToUnixMicroseconds());
                return true;
            },
            cancellationToken);
    }

    public Task<SignedTreeHead?> NewestAsync(string organization, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("newest", "tree_head"),
            session => session.First(
                "SELECT text FROM tree_head WHERE organization = ?1 ORDER BY number DESC LIMIT 1", ToHead, organization),
            cancellationToken);

    public Task<SignedTreeHead?> FindAsync(string organization, long number, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("find", "tree_head"),
            session => session.First("SELECT text FROM tree_head WHERE organization = ?1 AND number = ?2", ToHead, organization, number),
            cancellationToken);

    public async Task<IReadOnlyList<SignedTreeHead>> ReadAsync(
        string organization, long afterNumber, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("read", "tree_head"),
            session => session.Rows(
                "SELECT text FROM tree_head WHERE organization = ?1 AND number > ?2 ORDER BY number LIMIT ?3",
                ToHead, organization, afterNumber, limit),
            cancellationToken);

    public async Task<IReadOnlyList<UsedKey>> KeysAsync(CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("read", "ledger_key"),
            session => session.Rows(
                "SELECT id, pem, used_at FROM ledger_key ORDER BY place",
                row => new UsedKey(row.GetString(0), row.GetString(1), row.GetTime(2))),
            cancellationToken);

    private static SignedTreeHead ToHead(SqliteRow row) =>
        SignedTreeHead.TryParse(row.GetBytes(0), out var head, out var fault)
            ? head
            : throw new InvalidDataException($"A stored tree head can't be read. {fault}");
}
