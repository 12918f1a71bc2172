using MultiLine.Storage.Log;

namespace MultiLine.Storage.Sqlite;

/// <summary>What one append does inside the writer's transaction: first all that may refuse it, then all that it writes.</summary>
internal static class AppendStep
{
    public static AppendResult Run(SqliteSession session, AppendRequest request)
    {
        var conversation = request.Conversation.ToString();
        foreach (var claim in request.Claims)
        {
            if (FindClaim(session, claim.Scope, claim.Key) is { } holder)
                return new AppendResult.AlreadyClaimed(holder);
        }

        var version = session.Number("SELECT max(version) FROM log WHERE conversation = ?1", conversation) ?? 0;
        if (version != request.ExpectedVersion)
            return new AppendResult.VersionConflict(version);

        var place = WriteEvents(session, conversation, request);
        foreach (var claim in request.Claims)
        {
            session.Execute(
                "INSERT INTO claim (scope, key, conversation, version) VALUES (?1, ?2, ?3, ?4)",
                claim.Scope, claim.Key, conversation, claim.Version);
        }

        MarkFollowers(session, conversation, request, place);
        ChangeQueue(session, conversation, request, place - request.Events.Count + 1);
        return new AppendResult.Appended(request.LastVersion, place);
    }

    public static ClaimHolder? FindClaim(SqliteSession session, string scope, string key) =>
        session.First(
            "SELECT conversation, version FROM claim WHERE scope = ?1 AND key = ?2",
            row => new ClaimHolder(scope, key, row.GetConversation(0), row.GetInt64(1)),
            scope, key);

    /// <returns>The place of the last one.</returns>
    private static long WriteEvents(SqliteSession session, string conversation, AppendRequest request)
    {
        var place = 0L;
        foreach (var row in request.Events)
        {
            place = session.Insert(
                """
                INSERT INTO log (conversation, version, type, schema, message_id, recorded_at, provider_at, body)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                """,
                conversation, row.Version, row.Type, row.Schema, row.MessageId,
                row.RecordedAt.ToUnixMicroseconds(), row.ProviderAt?.ToUnixMicroseconds(), row.Body);
            if (request.Content.TryGetValue(row.Version, out var content))
                session.Execute("INSERT INTO content (sequence, sealed) VALUES (?1, ?2)", place, content);
            if (request.Originals.TryGetValue(row.Version, out var original))
                session.Execute("INSERT INTO original (sequence, sealed) VALUES (?1, ?2)", place, original);
        }

        return place;
    }

    private static void MarkFollowers(SqliteSession session, string conversation, AppendRequest request, long place)
    {
        foreach (var follower in request.Followers)
        {
            session.Execute(
                """
                INSERT INTO follower_mark (follower, conversation, version, place)
                VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT DO UPDATE SET version = max(version, excluded.version)
                """,
                follower, conversation, request.LastVersion, place);
        }
    }

    /// <summary>
    /// A message that is new in a queue has the sequence of an event of the append as its place, as there is an event for each: nobody ever had it,
    /// and all that were there before have a lower one.
    /// </summary>
    /// <param name="session">The writer's.</param>
    /// <param name="conversation">Whose messages.</param>
    /// <param name="request">The append.</param>
    /// <param name="first">The sequence of its first event.</param>
    private static void ChangeQueue(SqliteSession session, string conversation, AppendRequest request, long first)
    {
        foreach (var message in request.Dequeue)
            session.Execute("DELETE FROM outbound WHERE conversation = ?1 AND message_id = ?2", conversation, message);
        foreach (var (index, entry) in request.Enqueue.Index())
        {
            session.Execute(
                """
                INSERT INTO outbound (conversation, number, message_id, place, not_before, attempting, since)
                VALUES (?1, ?2, ?3, max(?4, (SELECT coalesce(max(place), 0) + 1 FROM outbound WHERE number = ?2)), ?5, ?6, ?7)
                ON CONFLICT DO UPDATE SET not_before = excluded.not_before, attempting = excluded.attempting
                """,
                conversation, entry.Number, entry.MessageId, first + index, entry.NotBefore.ToUnixMicroseconds(), entry.Attempting ? 1 : 0,
                request.Events[^1].RecordedAt.ToUnixMicroseconds());
        }
    }
}
