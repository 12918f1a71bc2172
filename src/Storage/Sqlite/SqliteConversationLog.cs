using System.Text.Json;
using MultiLine.Domain;
using MultiLine.Storage.Log;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteConversationLog(SqliteDatabase database) : IConversationLog
{
    private const string Columns = "version, type, schema, message_id, recorded_at, provider_at, body";

    /// <summary>What is written in some seconds of full load.</summary>
    private const int StepsKept = 8_192;

    private readonly RecentRows _recent = new(StepsKept);

    public async Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default)
    {
        request.EnsureConsistent();
        var result = await database.WriteAsync(new("append", "log"), session => AppendStep.Run(session, request), cancellationToken);
        if (result is AppendResult.Appended)
            _recent.Add(request);
        return result;
    }

    public async Task<IReadOnlyList<LogRow>> ReadAsync(
        ConversationKey conversation, long afterVersion, int limit, CancellationToken cancellationToken = default) =>
        // As many as are asked for, or the file has to say that there are no more.
        _recent.Find(new LogRange(conversation, afterVersion, afterVersion + limit)) ?? await database.ReadAsync(
            new("read", "log"),
            session => Rows(session, new LogRange(conversation, afterVersion, long.MaxValue), limit),
            cancellationToken);

    public async Task<IReadOnlyDictionary<ConversationKey, IReadOnlyList<LogRow>>> ReadAsync(
        IReadOnlyCollection<LogRange> ranges, int limit, CancellationToken cancellationToken = default)
    {
        var read = new Dictionary<ConversationKey, IReadOnlyList<LogRow>>(ranges.Count);
        List<LogRange> missing = [];
        var left = limit;
        foreach (var range in ranges)
        {
            if (range.Through - range.After > left || _recent.Find(range) is not { } rows)
            {
                missing.Add(range);
                continue;
            }

            left -= rows.Count;
            read[range.Conversation] = rows;
        }

        if (left > 0 && missing.Count > 0)
        {
            foreach (var (conversation, rows) in await ReadFileAsync(missing, left, cancellationToken))
                read[conversation] = rows;
        }

        return read;
    }

    public async Task<IReadOnlyList<LogRow>> ReadBackwardsAsync(
        ConversationKey conversation, long beforeVersion, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("read_backwards", "log"),
            session => session.Rows(
                $"SELECT {Columns} FROM log WHERE conversation = ?1 AND version < ?2 ORDER BY version DESC LIMIT ?3",
                ToLogRow, conversation.ToString(), beforeVersion, limit),
            cancellationToken);

    public async Task<IReadOnlyList<LogRow>> ReadMessagesAsync(
        ConversationKey conversation, IReadOnlyCollection<string> messageIds, long through = long.MaxValue, CancellationToken cancellationToken = default) =>
        _recent.FindMessages(conversation, messageIds, through) ?? await database.ReadAsync(
            new("read_messages", "log"),
            // Left to itself, SQLite would read the conversation from its beginning.
            session => session.Rows(
                $"""
                SELECT {Columns} FROM log INDEXED BY log_by_message
                WHERE message_id IN (SELECT value FROM json_each(?2)) AND conversation = ?1
                ORDER BY version
                """,
                ToLogRow, conversation.ToString(), JsonSerializer.Serialize(messageIds)),
            cancellationToken);

    public async Task<IReadOnlyList<ConversationKey>> ListAsync(
        string organization, ConversationKey? after, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("list", "log"),
            // From one conversation to the next by the index, instead of over all their events. A slash comes right before a zero.
            session => session.Rows(
                """
                WITH RECURSIVE listed (conversation) AS (
                    SELECT min(conversation) FROM log WHERE conversation > ?1 AND conversation < ?2
                    UNION ALL
                    SELECT (SELECT min(log.conversation) FROM log WHERE log.conversation > listed.conversation AND log.conversation < ?2)
                    FROM listed WHERE listed.conversation IS NOT NULL
                )
                SELECT conversation FROM listed WHERE conversation IS NOT NULL LIMIT ?3
                """,
                row => row.GetConversation(0),
                after?.ToString() ?? $"{organization}/", $"{organization}0", limit),
            cancellationToken);

    public async Task<ClaimHolder?> FindClaimAsync(string scope, string key, CancellationToken cancellationToken = default) =>
        _recent.FindClaim(scope, key)
        ?? await database.ReadAsync(new("find_claim", "claim"), session => AppendStep.FindClaim(session, scope, key), cancellationToken);

    public async Task<IReadOnlyDictionary<long, byte[]>> ReadContentAsync(
        ConversationKey conversation, IReadOnlyCollection<long> versions, CancellationToken cancellationToken = default)
    {
        var content = await database.ReadAsync(
            new("read_content", "content"),
            session => session.Rows(
                """
                SELECT version, sealed FROM log JOIN content USING (sequence)
                WHERE conversation = ?1 AND version IN (SELECT value FROM json_each(?2))
                """,
                row => (Version: row.GetInt64(0), Sealed: row.GetBytes(1)),
                conversation.ToString(), JsonSerializer.Serialize(versions)),
            cancellationToken);
        return content.ToDictionary(row => row.Version, row => row.Sealed);
    }

    public async Task<IReadOnlyDictionary<LogPlace, byte[]>> ReadContentAsync(
        IReadOnlyCollection<LogPlace> places, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("read_many", "content"),
            session =>
            {
                var read = new Dictionary<LogPlace, byte[]>(places.Count);
                foreach (var place in places)
                {
                    var box = session.First(
                        "SELECT sealed FROM log JOIN content USING (sequence) WHERE conversation = ?1 AND version = ?2",
                        row => row.GetBytes(0), place.Conversation.ToString(), place.Version);
                    if (box is not null)
                        read[place] = box;
                }

                return read;
            },
            cancellationToken);

    public Task<byte[]?> ReadOriginalAsync(ConversationKey conversation, long version, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("read", "original"),
            session => session.First(
                "SELECT sealed FROM log JOIN original USING (sequence) WHERE conversation = ?1 AND version = ?2",
                row => row.GetBytes(0),
                conversation.ToString(), version),
            cancellationToken);

    private Task<List<(ConversationKey Conversation, List<LogRow> Rows)>> ReadFileAsync(
        List<LogRange> ranges, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            new("read_many", "log"),
            session =>
            {
                List<(ConversationKey Conversation, List<LogRow> Rows)> read = [];
                var left = limit;
                foreach (var range in ranges.TakeWhile(_ => left > 0))
                {
                    var rows = Rows(session, range, left);
                    left -= rows.Count;
                    read.Add((range.Conversation, rows));
                }

                return read;
            },
            cancellationToken);

    private static List<LogRow> Rows(SqliteSession session, LogRange range, int limit) => session.Rows(
        $"SELECT {Columns} FROM log WHERE conversation = ?1 AND version > ?2 AND version <= ?3 ORDER BY version LIMIT ?4",
        ToLogRow, range.Conversation.ToString(), range.After, range.Through, limit);

    private static LogRow ToLogRow(SqliteRow row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetStringOrNull(3),
        row.GetTime(4), row.GetTimeOrNull(5), row.GetBytes(6));
}
