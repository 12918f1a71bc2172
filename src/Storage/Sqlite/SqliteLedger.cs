using System.Text.Json;
using MultiLine.Domain;
using MultiLine.Storage.Ledger;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteLedger(SqliteDatabase database) : ILedger
{
    private const string Columns = "sequence, conversation, version, leaf_hash, chain_hash, recorded_at";

    public Task<LedgerHead> HeadAsync(string shard, CancellationToken cancellationToken = default) =>
        database.ReadAsync(new("head", "ledger"), session => HeadOf(session, shard), cancellationToken);

    public Task<bool> AppendAsync(
        string shard, LedgerHead expected, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Sequence != expected.Sequence + 1 + i)
                throw new InvalidOperationException($"Entry {i} has sequence {entries[i].Sequence} instead of {expected.Sequence + 1 + i} in {shard}.");
        }

        return database.WriteAsync(
            new("append", "ledger"),
            session =>
            {
                var head = HeadOf(session, shard);
                var tree = LedgerTreeStep.Read(session, shard);
                if (head.Sequence != expected.Sequence || !head.ChainHash.AsSpan().SequenceEqual(expected.ChainHash)
                    || entries.Any(entry => Holds(session, shard, entry)))
                {
                    return false;
                }

                foreach (var entry in entries)
                    Insert(session, shard, entry);
                // A tree that is behind is built up in steps of its own.
                if (tree.Size == head.Sequence)
                    LedgerTreeStep.Extend(session, shard, tree, entries.Select(entry => entry.LeafHash));
                return true;
            },
            cancellationToken);
    }

    public Task<long> PlaceAsync(string shard, ConversationKey conversation, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("place", "ledger"),
            session => session.Number(
                "SELECT max(version) FROM ledger WHERE shard = ?1 AND conversation = ?2", shard, conversation.ToString()) ?? 0,
            cancellationToken);

    public async Task<IReadOnlyDictionary<ConversationKey, long>> PlacesAsync(
        string shard, IReadOnlyCollection<ConversationKey> conversations, CancellationToken cancellationToken = default)
    {
        var places = await database.ReadAsync(
            new("places", "ledger"),
            session => session.Rows(
                """
                SELECT value, coalesce((SELECT max(version) FROM ledger WHERE shard = ?1 AND conversation = value), 0) FROM json_each(?2)
                """,
                row => (Conversation: row.GetConversation(0), Version: row.GetInt64(1)),
                shard, JsonSerializer.Serialize(conversations.Select(conversation => conversation.ToString()))),
            cancellationToken);
        return places.ToDictionary(place => place.Conversation, place => place.Version);
    }

    public Task<LedgerEntry?> FindAsync(
        string shard, ConversationKey conversation, long version, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("find", "ledger"),
            session => session.First(
                $"SELECT {Columns} FROM ledger WHERE shard = ?1 AND conversation = ?2 AND version = ?3",
                ToEntry, shard, conversation.ToString(), version),
            cancellationToken);

    public async Task<IReadOnlyList<LedgerEntry>> ReadAsync(
        string shard, long afterSequence, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("read", "ledger"),
            session => session.Rows(
                $"""
                SELECT {Columns} FROM ledger
                WHERE shard = ?1 AND sequence > ?2 ORDER BY sequence LIMIT ?3
                """,
                ToEntry, shard, afterSequence, limit),
            cancellationToken);

    internal static LedgerHead HeadOf(SqliteSession session, string shard) =>
        session.First(
            "SELECT sequence, chain_hash FROM ledger WHERE shard = ?1 ORDER BY sequence DESC LIMIT 1",
            row => new LedgerHead(row.GetInt64(0), row.GetBytes(1)),
            shard) ?? LedgerHead.Start(shard);

    private static bool Holds(SqliteSession session, string shard, LedgerEntry entry) =>
        session.Number(
            "SELECT 1 FROM ledger WHERE shard = ?1 AND conversation = ?2 AND version = ?3",
            shard, entry.Conversation.ToString(), entry.Version) is not null;

    private static void Insert(SqliteSession session, string shard, LedgerEntry entry) =>
        session.Execute(
            """
            INSERT INTO ledger (shard, sequence, conversation, version, leaf_hash, chain_hash, recorded_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """,
            shard, entry.Sequence, entry.Conversation.ToString(), entry.Version, entry.LeafHash, entry.ChainHash,
            entry.RecordedAt.ToUnixMicroseconds());

    private static LedgerEntry ToEntry(SqliteRow row) =>
        new(row.GetInt64(0), row.GetConversation(1), row.GetInt64(2), row.GetBytes(3), row.GetBytes(4), row.GetTime(5));
}
