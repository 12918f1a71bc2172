using System.Globalization;
using MultiLine.Domain;
using MultiLine.Domain.Surveillance;
using MultiLine.Storage.Surveillance;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteReviewQueue(SqliteDatabase database) : IReviewQueue
{
    private const string Follower = "surveillance";

    public Task<long> PlaceAsync(string shard, CancellationToken cancellationToken = default) =>
        database.ReadAsync(new("place", "review"), session => LedgerPlaces.Find(session, Follower, shard), cancellationToken);

    public Task<bool> AddAsync(string shard, long after, long through, SurveillanceNews news, CancellationToken cancellationToken = default)
    {
        if (through <= after)
            throw new ArgumentOutOfRangeException(nameof(through), through, $"The place in {shard} moves on from {after}.");
        return database.WriteAsync(
            new("add", "review"),
            session =>
            {
                if (!LedgerPlaces.Move(session, Follower, shard, after, through))
                    return false;
                foreach (var review in news.Reviews)
                    Add(session, review);
                foreach (var decision in news.Decisions)
                    Add(session, decision);
                foreach (var notice in news.Notices)
                    Add(session, notice);
                return true;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<QueuedMessage>> ListAsync(QueueQuery query, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("list", "review"),
            session => session.Rows(
                """
                SELECT log.sequence, conversation, version, recorded_at, author, cause, state FROM review JOIN log USING (sequence)
                WHERE organization = ?1 AND state = ?2 AND review.sequence < ?3
                  AND (?4 IS NULL OR cause = ?4) AND (?5 IS NULL OR line = ?5) AND (?6 IS NULL OR author = ?6)
                ORDER BY review.sequence DESC LIMIT ?7
                """,
                Read, query.Organization, Word(query.State), query.Before, query.Cause is { } cause ? Word(cause) : null, query.Line, query.Author, query.Limit),
            cancellationToken);

    public async Task<IReadOnlyList<QueuedMessage>> FindAsync(
        string organization, IReadOnlyCollection<long> places, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("find", "review"),
            session => places.Select(place => session.First(
                """
                SELECT log.sequence, conversation, version, recorded_at, author, cause, state FROM review JOIN log USING (sequence)
                WHERE review.sequence = ?1 AND organization = ?2
                """,
                Read, place, organization)).OfType<QueuedMessage>().ToList(),
            cancellationToken);

    public async Task<IReadOnlyList<QueuedDecision>> DecisionsAsync(long place, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("list", "review_decision"),
            session => session.Rows(
                "SELECT act, outcome, person, decided_at FROM review_decision WHERE sequence = ?1 ORDER BY act",
                row => new QueuedDecision(row.GetInt64(0), Value<ReviewOutcome>(row.GetString(1)), row.GetString(2), row.GetTime(3)),
                place),
            cancellationToken);

    public async Task<IReadOnlyDictionary<ReviewState, long>> CountAsync(string organization, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("count", "review"),
            session => Enum.GetValues<ReviewState>().ToDictionary(
                state => state,
                state => session.Number("SELECT count(*) FROM review WHERE organization = ?1 AND state = ?2", organization, Word(state)) ?? 0),
            cancellationToken);

    private static void Add(SqliteSession session, NewReview review)
    {
        var sequence = SequenceOf(session, review.Conversation, review.Version);
        session.Execute(
            "INSERT INTO review (sequence, organization, line, author, cause, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
            sequence, review.Conversation.Organization, review.Conversation.Line, review.Author, Word(review.Cause), Word(StateOf(session, sequence)));
    }

    private static void Add(SqliteSession session, NewDecision made)
    {
        var sequence = SequenceOf(session, made.Conversation, made.Version);
        var (act, outcome, person, at) = made.Decision;
        session.Execute(
            "INSERT INTO review_decision (sequence, act, outcome, person, decided_at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
            sequence, act, Word(outcome), person, at.ToUnixMicroseconds());
        session.Execute("UPDATE review SET state = ?2 WHERE sequence = ?1", sequence, Word(StateOf(session, sequence)));
    }

    private static void Add(SqliteSession session, NewNotice notice) => session.Execute(
        "INSERT INTO notice (organization, person, rule, sequence) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
        notice.Organization, notice.Person, notice.Rule, SequenceOf(session, notice.Conversation, notice.Version));

    private static ReviewState StateOf(SqliteSession session, long sequence) => Review.State(
        session.First("SELECT outcome FROM review_decision WHERE sequence = ?1 ORDER BY act DESC LIMIT 1", row => row.GetString(0), sequence) is { } newest
            ? Value<ReviewOutcome>(newest)
            : null);

    private static long SequenceOf(SqliteSession session, ConversationKey conversation, long version) =>
        session.Number("SELECT sequence FROM log WHERE conversation = ?1 AND version = ?2", conversation.ToString(), version)
        ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Event {version} of {conversation} is not in the log."));

    private static QueuedMessage Read(SqliteRow row) => new(
        row.GetInt64(0), row.GetConversation(1), row.GetInt64(2), row.GetTime(3), row.GetStringOrNull(4), Value<ReviewCause>(row.GetString(5)),
        Value<ReviewState>(row.GetString(6)));

    private static string Word<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static T Value<T>(string word) where T : struct, Enum => Enum.GetValues<T>().First(value => Word(value) == word);
}
