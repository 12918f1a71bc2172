using MultiLine.Domain.Ledger;
using MultiLine.Storage.Ledger;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteLedgerTrees(SqliteDatabase database) : ILedgerTrees
{
    public Task<IReadOnlyList<ShardHead>?> HeadsAsync(IReadOnlyList<string> shards, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<ShardHead>?>(
            new("heads", "ledger_tree"),
            session =>
            {
                session.Execute("BEGIN");
                try
                {
                    List<ShardHead> heads = [];
                    foreach (var shard in shards)
                    {
                        var (head, tree) = (SqliteLedger.HeadOf(session, shard), LedgerTreeStep.Read(session, shard));
                        if (tree.Size != head.Sequence)
                            return null;
                        heads.Add(ShardHead.Of(tree, head.ChainHash));
                    }

                    return heads;
                }
                finally
                {
                    session.Execute("END");
                }
            },
            cancellationToken);

    public Task<bool> BuildAsync(string shard, int limit, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("build", "ledger_tree"),
            session =>
            {
                var tree = LedgerTreeStep.Read(session, shard);
                var leaves = session.Rows(
                    "SELECT leaf_hash FROM ledger WHERE shard = ?1 AND sequence > ?2 ORDER BY sequence LIMIT ?3",
                    row => row.GetBytes(0), shard, tree.Size, limit);
                if (leaves.Count > 0)
                    LedgerTreeStep.Extend(session, shard, tree, leaves);
                return leaves.Count < limit;
            },
            cancellationToken);

    public Task<IReadOnlyList<byte[]>> HashesAsync(
        string shard, IReadOnlyList<MerkleRange> ranges, CancellationToken cancellationToken = default) =>
        database.ReadAsync(new("hashes", "ledger_tree"), session => new Stored(session, shard).HashesOf(ranges), cancellationToken);

    private sealed class Stored(SqliteSession session, string shard) : MerkleSource
    {
        protected override byte[] Read(int height, long first, int count)
        {
            var hashes = height == 0
                ? session.Rows(
                    "SELECT leaf_hash FROM ledger WHERE shard = ?1 AND sequence > ?2 AND sequence <= ?3 ORDER BY sequence",
                    row => row.GetBytes(0), shard, first, first + count)
                : session.Rows(
                    "SELECT hash FROM ledger_node WHERE shard = ?1 AND height = ?2 AND place >= ?3 AND place < ?4 ORDER BY place",
                    row => row.GetBytes(0), shard, height, first, first + count);
            return hashes.Count == count
                ? [.. hashes.SelectMany(hash => hash)]
                : throw new InvalidOperationException($"{shard} has {hashes.Count} of the {count} hashes of height {height} from {first} on.");
        }
    }
}
