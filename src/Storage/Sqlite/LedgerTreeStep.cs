using MultiLine.Domain.Ledger;

namespace MultiLine.Storage.Sqlite;

/// <summary>What a shard's tree needs inside the writer's transaction.</summary>
internal static class LedgerTreeStep
{
    public static CompactTree Read(SqliteSession session, string shard) =>
        session.First("SELECT tree FROM ledger_tree WHERE shard = ?1", row => CompactTree.FromBytes(row.GetBytes(0)), shard) ?? new CompactTree();

    public static void Extend(SqliteSession session, string shard, CompactTree tree, IEnumerable<byte[]> leaves)
    {
        foreach (var leaf in leaves)
        {
            tree.Append(leaf, (height, index, root) => session.Execute(
                "INSERT INTO ledger_node (shard, height, place, hash) VALUES (?1, ?2, ?3, ?4)", shard, height, index, root.ToArray()));
        }

        session.Execute(
            """
            INSERT INTO ledger_tree (shard, size, tree) VALUES (?1, ?2, ?3)
            ON CONFLICT DO UPDATE SET size = excluded.size, tree = excluded.tree
            """,
            shard, tree.Size, tree.ToBytes());
    }
}
