using System.Text.Json;
using MultiLine.Domain;
using MultiLine.Storage.Ledger;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteReconciliations(SqliteDatabase database) : IReconciliations
{
    private const long Day = TimeSpan.TicksPerDay / TimeSpan.TicksPerMicrosecond;

    /// <summary>
    /// How often the shards hold each event of a range of conversations. What is dated far ahead is not too new: it was recorded before the clock was
    /// set back.
    /// </summary>
    private const string Compared = """
        WITH compared AS MATERIALIZED (
            SELECT conversation, recorded_at, (
                SELECT count(*) FROM json_each(?1) AS shard JOIN ledger
                    ON ledger.shard = shard.value AND ledger.conversation = log.conversation AND ledger.version = log.version) AS times
            FROM log WHERE conversation > ?2 AND conversation <= ?3 AND (recorded_at < ?4 OR recorded_at > ?5))
        """;

    private static readonly DateOnly Epoch = new(1970, 1, 1);

    public Task<ReconciliationStep> CompareAsync(
        string organization,
        IReadOnlyList<string> shards,
        ConversationKey? after,
        int conversations,
        DateTimeOffset before,
        CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("compare", "ledger"),
            session =>
            {
                var from = after?.ToString() ?? $"{organization}/";
                // “0” is the character after “/”.
                var last = session.First(
                    """
                    SELECT max(conversation) FROM (
                        SELECT DISTINCT conversation FROM log WHERE conversation > ?1 AND conversation < ?2 ORDER BY conversation LIMIT ?3)
                    """,
                    row => row.GetStringOrNull(0) ?? "", from, $"{organization}0", conversations);
                if (string.IsNullOrEmpty(last))
                    return new ReconciliationStep(null, [], []);

                var names = JsonSerializer.Serialize(shards);
                var until = before.ToUnixMicroseconds();
                var ahead = until + Day;
                var days = session.Rows(
                    $"""
                    {Compared} SELECT recorded_at / {Day}, count(*), sum(times > 0), sum(max(times - 1, 0)) FROM compared
                    GROUP BY 1 ORDER BY 1
                    """,
                    row => new DayCount(Epoch.AddDays(row.GetInt32(0)), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)),
                    names, from, last, until, ahead);
                var incomplete = days.TrueForAll(day => day.Archived == day.Events) ? [] : session.Rows(
                    $"{Compared} SELECT DISTINCT conversation FROM compared WHERE times = 0 ORDER BY conversation",
                    row => row.GetConversation(0), names, from, last, until, ahead);
                return new ReconciliationStep(ConversationKey.Parse(last), days, incomplete);
            },
            cancellationToken);

    public async Task<IReadOnlyList<long>> MissingAsync(
        string shard, ConversationKey conversation, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("missing", "ledger"),
            session => session.Rows(
                """
                SELECT version FROM log WHERE conversation = ?2 AND NOT EXISTS (
                    SELECT 1 FROM ledger WHERE shard = ?1 AND ledger.conversation = ?2 AND ledger.version = log.version)
                ORDER BY version LIMIT ?3
                """,
                row => row.GetInt64(0), shard, conversation.ToString(), limit),
            cancellationToken);

    public Task<long> AddAsync(string organization, byte[] report, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("add", "reconciliation"),
            session =>
            {
                var number = (session.Number("SELECT max(number) FROM reconciliation WHERE organization = ?1", organization) ?? 0) + 1;
                session.Execute("INSERT INTO reconciliation (organization, number, body) VALUES (?1, ?2, ?3)", organization, number, report);
                return number;
            },
            cancellationToken);

    public async Task<IReadOnlyList<KeptReport>> ReadAsync(
        string organization, long beforeNumber, int limit, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("read", "reconciliation"),
            session => session.Rows(
                "SELECT number, body FROM reconciliation WHERE organization = ?1 AND number < ?2 ORDER BY number DESC LIMIT ?3",
                row => new KeptReport(row.GetInt64(0), row.GetBytes(1)), organization, beforeNumber, limit),
            cancellationToken);
}
