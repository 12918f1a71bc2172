using MultiLine.Domain;
using MultiLine.Storage.Log;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteConversationSnapshots(SqliteDatabase database) : IConversationSnapshots
{
    public Task<SnapshotRow?> FindAsync(ConversationKey conversation, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("find", "snapshot"),
            session => session.First(
                "SELECT version, schema, body FROM snapshot WHERE conversation = ?1",
                row => new SnapshotRow(row.GetInt64(0), row.GetInt32(1), row.GetBytes(2)),
                conversation.ToString()),
            cancellationToken);

    public Task KeepAsync(ConversationKey conversation, SnapshotRow snapshot, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("save", "snapshot"),
            session => session.Execute(
                """
                INSERT INTO snapshot (conversation, version, schema, body) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT DO UPDATE SET version = excluded.version, schema = excluded.schema, body = excluded.body
                    WHERE excluded.version > snapshot.version
                """,
                conversation.ToString(), snapshot.Version, snapshot.Schema, snapshot.Body),
            cancellationToken);
}
