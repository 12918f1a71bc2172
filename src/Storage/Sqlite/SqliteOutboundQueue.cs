using System.Text.Json;
using MultiLine.Domain;
using MultiLine.Storage.Outbound;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteOutboundQueue(SqliteDatabase database) : IOutboundQueue
{
    /// <summary>With the plus, earlier messages are looked for among those of the conversation and not among all of the number.</summary>
    internal const string DueHeads =
        """
        SELECT conversation, message_id, not_before, place FROM outbound AS head
        WHERE number = ?1 AND not_before <= ?2 AND place > ?3 AND NOT EXISTS (
            SELECT 1 FROM outbound AS earlier
            WHERE earlier.conversation = head.conversation AND earlier.number = head.number AND +earlier.place < head.place)
        ORDER BY place LIMIT ?4
        """;

    /// <summary>With the plus for the same reason.</summary>
    internal const string Stretch =
        """
        SELECT conversation, message_id, not_before, place, NOT EXISTS (
            SELECT 1 FROM outbound AS earlier
            WHERE earlier.conversation = behind.conversation AND earlier.number = behind.number AND +earlier.place < behind.place)
        FROM outbound AS behind WHERE number = ?1 AND place > ?2 ORDER BY place LIMIT ?3
        """;

    /// <summary>The other columns are those of the row that has the least place: <see href="https://sqlite.org/lang_select.html#bareagg"/>.</summary>
    internal const string HeadsOfConversations =
        """
        SELECT conversation, message_id, not_before, min(place) FROM outbound
        WHERE conversation IN (SELECT value FROM json_each(?2)) AND number = ?1 GROUP BY conversation ORDER BY 4
        """;

    public async Task<IReadOnlyList<QueuedMessage>> ReadDueHeadsAsync(
        string number, DateTimeOffset now, long afterPlace, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("read_due", "outbound"),
            session => session.Rows(
                DueHeads,
                row => ToMessage(number, row),
                number, now.ToUnixMicroseconds(), afterPlace, limit),
            cancellationToken);

    public async Task<QueueStretch> ReadStretchAsync(string number, long afterPlace, int limit, CancellationToken cancellationToken = default)
    {
        var rows = await database.ReadAsync(
            new("read_stretch", "outbound"),
            session => session.Rows(
                Stretch,
                row => (Message: ToMessage(number, row), IsHead: row.GetInt32(4) == 1),
                number, afterPlace, limit),
            cancellationToken);
        return new QueueStretch(
            [.. rows.Where(row => row.IsHead).Select(row => row.Message)],
            rows.Count == 0 ? afterPlace : rows[^1].Message.Place,
            IsLast: rows.Count < limit);
    }

    public async Task<IReadOnlyList<QueuedMessage>> ReadHeadsAsync(
        string number, IReadOnlyCollection<ConversationKey> conversations, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("read_heads", "outbound"),
            session => session.Rows(
                HeadsOfConversations,
                row => ToMessage(number, row),
                number, JsonSerializer.Serialize(conversations.Select(conversation => conversation.ToString()))),
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
