using System.Globalization;
using MultiLine.Storage.Search;

namespace MultiLine.Storage.Sqlite;

/// <summary>The index in FTS5, which is given tokens for words.</summary>
internal sealed class SqliteSearchIndex(SqliteDatabase database) : ISearchIndex
{
    private const string Follower = "search";

    public Task<long> PlaceAsync(string shard, CancellationToken cancellationToken = default) =>
        database.ReadAsync(new("place", "search"), session => LedgerPlaces.Find(session, Follower, shard), cancellationToken);

    public Task<bool> AddAsync(
        string shard, long after, long through, IReadOnlyList<IndexedMessage> messages, CancellationToken cancellationToken = default)
    {
        if (through <= after)
            throw new ArgumentOutOfRangeException(nameof(through), through, $"The place in {shard} moves on from {after}.");
        return database.WriteAsync(
            new("add", "search"),
            session =>
            {
                var places = messages.Select(message => PlaceOf(session, message)).ToList();
                if (!LedgerPlaces.Move(session, Follower, shard, after, through))
                    return false;
                foreach (var (place, message) in places.Zip(messages))
                    Add(session, place, message);
                return true;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<FoundMessage>> FindAsync(IndexQuery query, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("find", "search"),
            session =>
            {
                var first = query.From is { } from ? FirstSince(session, from) : 0;
                var end = query.Until is { } until ? Math.Min(query.Before, FirstSince(session, until)) : query.Before;
                return session.Rows(
                    """
                    SELECT log.sequence, conversation, version, recorded_at, sealed
                    FROM (SELECT rowid AS place FROM search WHERE search MATCH ?1 AND rowid >= ?2 AND rowid < ?3 ORDER BY rowid DESC LIMIT ?4)
                    JOIN log ON log.sequence = place LEFT JOIN content ON content.sequence = place ORDER BY place DESC
                    """,
                    row => new FoundMessage(row.GetInt64(0), row.GetConversation(1), row.GetInt64(2), row.GetTime(3), row.GetBytesOrNull(4)),
                    Expression(query), first, end, query.Limit);
            },
            cancellationToken);

    public Task<byte[]> KeepKeyAsync(string organization, byte[] sealedKey, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("keep", "search_key"),
            session =>
            {
                session.Execute("INSERT INTO search_key (organization, sealed) VALUES (?1, ?2) ON CONFLICT DO NOTHING", organization, sealedKey);
                return FindKey(session, organization)!;
            },
            cancellationToken);

    public Task<byte[]?> FindKeyAsync(string organization, CancellationToken cancellationToken = default) =>
        database.ReadAsync(new("find", "search_key"), session => FindKey(session, organization), cancellationToken);

    private static byte[]? FindKey(SqliteSession session, string organization) =>
        session.First("SELECT sealed FROM search_key WHERE organization = ?1", row => row.GetBytes(0), organization);

    private static long PlaceOf(SqliteSession session, IndexedMessage message) =>
        session.Number("SELECT sequence FROM log WHERE conversation = ?1 AND version = ?2", message.Conversation.ToString(), message.Version)
        ?? throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture, $"Event {message.Version} of {message.Conversation} is not in the log."));

    /// <summary>
    /// The first place in the log from this time on, by halving: the log has no index by time. Where a clock was set back, a time
    /// that occurred twice may stand for either place.
    /// </summary>
    private static long FirstSince(SqliteSession session, DateTimeOffset time)
    {
        var sought = time.ToUnixMicroseconds();
        var (low, high) = (1L, (session.Number("SELECT max(sequence) FROM log") ?? 0) + 1);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (session.Number("SELECT recorded_at FROM log WHERE sequence >= ?1 ORDER BY sequence LIMIT 1", middle) < sought)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static void Add(SqliteSession session, long place, IndexedMessage message)
    {
        if (!message.HasContent || session.Number("SELECT 1 FROM content WHERE sequence = ?1", place) is not null)
            session.Execute("INSERT INTO search (rowid, tokens) VALUES (?1, ?2)", place, string.Join(' ', message.Tokens));
    }

    private static string Expression(IndexQuery query)
    {
        var wanted = string.Join(" AND ", query.All.Select(Quoted));
        if (query.AnyOf.Count > 0)
            wanted = $"{wanted} AND {Any(query.AnyOf)}";
        return query.None.Count == 0 ? wanted : $"({wanted}) NOT {Any(query.None)}";
    }

    private static string Any(IReadOnlyCollection<string> tokens) => $"({string.Join(" OR ", tokens.Select(Quoted))})";

    private static string Quoted(string token) => $"\"{token}\"";
}
