using MultiLine.Domain;
using MultiLine.Storage.Outbound;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteOutboundQueue(SqliteDatabase database) : IOutboundQueue
{
    public async Task<IReadOnlyList<QueuedMessage>> ReadDueHeadsAsync(
        string number, DateTimeOffset now, long afterPlace, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("read_due", "outbound"),
            session => session.Rows(
                """
                SELECT conversation, message_id, not_before, place FROM outbound AS head
                WHERE number = ?1 AND not_before <= ?2 AND place > ?3 AND NOT EXISTS (
                    SELECT 1 FROM outbound AS earlier
                    WHERE earlier.conversation = head.conversation AND earlier.number = head.number AND earlier.place < head.place)
                ORDER BY place LIMIT ?4
                """,
                row => ToMessage(number, row),
                number, now.ToUnixMicroseconds(), afterPlace, limit),
            cancellationToken);

    public async Task<IReadOnlyList<QueuedMessage>> ReadOverdueAttemptsAsync(
        string number, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("read_overdue", "outbound"),
            session => session.Rows(
                """
                SELECT conversation, message_id, not_before, place FROM outbound
                WHERE number = ?1 AND not_before <= ?2 AND attempting = 1 ORDER BY place LIMIT ?3
                """,
                row => ToMessage(number, row),
                number, now.ToUnixMicroseconds(), limit),
            cancellationToken);

    public Task<DateTimeOffset?> NextDueAsync(string number, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("next_due", "outbound"),
            session => session.Number(
                "SELECT min(not_before) FROM outbound WHERE number = ?1 AND not_before > ?2", number, now.ToUnixMicroseconds())
                is { } due ? UnixMicroseconds.FromUnixMicroseconds(due) : (DateTimeOffset?)null,
            cancellationToken);

    public async Task EndWaitsAsync(string number, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        // What the message's last event says is why it waits, and since when.
        var waiting = await database.ReadAsync(
            new("read_waiting", "outbound"),
            session => session.Rows(
                """
                SELECT conversation, message_id, not_before, place, (
                    SELECT recorded_at FROM log WHERE log.message_id = outbound.message_id AND log.conversation = outbound.conversation
                    ORDER BY sequence DESC LIMIT 1)
                FROM outbound WHERE number = ?1 AND not_before > ?2
                """,
                row => (Message: ToMessage(number, row), Since: row.GetTimeOrNull(4)),
                number, now.ToUnixMicroseconds()),
            cancellationToken);
        var over = waiting.Where(row => row.Since is { } since && new StoredWait(since, row.Message.NotBefore).IsOver(now)).Select(row => row.Message).ToList();
        if (over.Count == 0)
            return;
        await database.WriteAsync(
            new("end_waits", "outbound"),
            session =>
            {
                foreach (var message in over)
                {
                    session.Execute(
                        "UPDATE outbound SET not_before = ?4 WHERE conversation = ?1 AND message_id = ?2 AND not_before = ?3",
                        message.Conversation.ToString(), message.MessageId, message.NotBefore.ToUnixMicroseconds(), now.ToUnixMicroseconds());
                }

                return over.Count;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<QueueDepth>> DepthsAsync(CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("depths", "outbound"),
            session => session.Rows(
                """
                SELECT number, count(*), min(not_before), sum(attempting), min(CASE attempting WHEN 0 THEN coalesce(since, not_before) END)
                FROM outbound GROUP BY number ORDER BY number
                """,
                row => new QueueDepth(row.GetString(0), row.GetInt32(1), row.GetTime(2), row.GetInt32(3), row.GetTimeOrNull(4))),
            cancellationToken);

    private static QueuedMessage ToMessage(string number, SqliteRow row) =>
        new(number, row.GetConversation(0), row.GetString(1), row.GetTime(2), row.GetInt64(3));
}
