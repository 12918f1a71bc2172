namespace MultiLine.Storage.Sqlite;

/// <summary>Where a follower of the ledger stands in a shard; moved within the step that stores what it made of the entries.</summary>
internal static class LedgerPlaces
{
    public static long Find(SqliteSession session, string follower, string shard) =>
        session.Number("SELECT sequence FROM ledger_place WHERE follower = ?1 AND shard = ?2", follower, shard) ?? 0;

    /// <summary>False, and nothing is moved, if the follower stands elsewhere.</summary>
    public static bool Move(SqliteSession session, string follower, string shard, long after, long through)
    {
        if (Find(session, follower, shard) != after)
            return false;
        session.Execute(
            """
            INSERT INTO ledger_place (follower, shard, sequence) VALUES (?1, ?2, ?3)
            ON CONFLICT DO UPDATE SET sequence = excluded.sequence
            """,
            follower, shard, through);
        return true;
    }
}
