using System.Text.Json;
using MultiLine.Domain;
using MultiLine.Domain.Audit;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Organizations;
using MultiLine.Domain.Retention;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Log;
using MultiLine.Storage.Retention;

namespace MultiLine.Storage.Sqlite;

/// <summary>What a step of disposal does inside one transaction.</summary>
internal static class DisposalSteps
{
    public static DisposalStep Dispose(SqliteSession session, DisposalRequest request)
    {
        var step = Decide(session, request);
        if (step.Decision.Due.Count > 0)
        {
            Delete(session, request.Conversation, [.. step.Decision.Due.Select(due => due.Version)]);
            Record(session, request.Run.Organization, request.Archive, [.. Acts(request, step.Decision.Due)]);
        }

        session.Execute(
            "UPDATE disposal_run SET disposed = disposed + ?3, held = held + ?4 WHERE organization = ?1 AND id = ?2",
            request.Run.Organization, request.Run.Id, step.Decision.Due.Count, step.Decision.Held);
        return step;
    }

    private static DisposalStep Decide(SqliteSession session, DisposalRequest request)
    {
        var (key, conversation) = (request.Conversation, request.Conversation.ToString());
        if (AuditLog.Is(key) || IsNotFollowedYet(session, key) || OrganizationOf(session, key.Organization) is not { } organization
            || organization.NewestThatMayBeDue(key.Line, request.Now) is not { } newest)
        {
            return new DisposalStep(new DisposalDecision([], 0), null);
        }

        var rows = session.Rows(
            """
            SELECT version, recorded_at, schema, body,
                EXISTS (SELECT 1 FROM outbound WHERE outbound.conversation = ?1 AND outbound.message_id = log.message_id)
            FROM log
            WHERE conversation = ?1 AND version > ?2 AND recorded_at <= ?3
                AND (EXISTS (SELECT 1 FROM content WHERE content.sequence = log.sequence)
                    OR EXISTS (SELECT 1 FROM original WHERE original.sequence = log.sequence))
            ORDER BY version LIMIT ?4
            """,
            row => (Version: row.GetInt64(0), At: row.GetTime(1), Event: EventFormat.Read(row.GetInt32(2), row.GetBytes(3)), Sending: row.GetInt64(4) == 1),
            conversation, request.AfterVersion, newest.ToUnixMicroseconds(), request.Limit);
        if (rows.Count == 0)
            return new DisposalStep(new DisposalDecision([], 0), null);

        var answers = Evidence.AnswersIn(session.Rows(
            "SELECT schema, body FROM log WHERE conversation = ?1 AND type IN (SELECT value FROM json_each(?2))",
            row => EventFormat.Read(row.GetInt32(0), row.GetBytes(1)),
            conversation, JsonSerializer.Serialize(Evidence.AnswerTypes)));
        var decision = Disposal.Decide(
            organization,
            Holds(session, key.Organization),
            new HeldConversation(key, SqliteContactStore.Same(session, key.Organization, key.Contact), AuthorsIn(session, conversation), PeopleOf(organization, key.Line)),
            rows.Select(row => new KeptContent(row.Version, row.At, Evidence.Is(row.Event, answers), row.Sending)),
            request.Now);
        return new DisposalStep(decision, rows.Count == request.Limit ? rows[^1].Version : null);
    }

    public static int DisposeOfRawItems(SqliteSession session, RawDisposalRequest request)
    {
        var items = session.Rows(
            "SELECT id FROM raw_inbox WHERE replayed_at <= ?1 OR received_at <= ?2 ORDER BY id LIMIT ?3",
            row => row.GetInt64(0),
            request.ReplayedBefore.ToUnixMicroseconds(), request.ReceivedBefore.ToUnixMicroseconds(), request.Limit);
        if (items.Count == 0)
            return 0;
        session.Execute("DELETE FROM raw_inbox WHERE id IN (SELECT value FROM json_each(?1))", JsonSerializer.Serialize(items));
        var act = new RawItemsDisposed
        {
            At = request.Now, Person = request.Run.StartedBy, Run = request.Run.Id, Items = VersionRange.Of(items), Count = items.Count,
        };
        Record(session, request.Run.Organization, request.Archive, [act]);
        session.Execute(
            "UPDATE disposal_run SET raw_items = raw_items + ?3 WHERE organization = ?1 AND id = ?2",
            request.Run.Organization, request.Run.Id, items.Count);
        return items.Count;
    }

    public static IReadOnlyList<LegalHold> Holds(SqliteSession session, string organization) => LegalHolds.Of(session.Rows(
        "SELECT schema, body FROM log WHERE conversation = ?1 AND type IN ('hold_placed', 'hold_lifted') ORDER BY version",
        row => AuditFormat.Read(row.GetInt32(0), row.GetBytes(1)),
        AuditLog.Of(organization).ToString()));

    /// <summary>
    /// A thread that has no summary yet may be getting its first one from the content just now, and nothing would say that it is outdated: left
    /// for the next run.
    /// </summary>
    private static bool IsNotFollowedYet(SqliteSession session, ConversationKey key) =>
        session.Number(
            """
            SELECT 1 FROM follower_mark WHERE follower = ?1 AND conversation = ?2
                AND NOT EXISTS (SELECT 1 FROM thread WHERE line = ?3 AND contact = ?4)
            """,
            Follower.Inbox(key).ToString(), key.ToString(), LineOf(key), key.Contact) is not null;

    private static void Delete(SqliteSession session, ConversationKey key, IReadOnlyList<long> versions)
    {
        var due = JsonSerializer.Serialize(session.Rows(
            "SELECT sequence FROM log WHERE conversation = ?1 AND version IN (SELECT value FROM json_each(?2))",
            row => row.GetInt64(0),
            key.ToString(), JsonSerializer.Serialize(versions)));
        session.Execute("DELETE FROM content WHERE sequence IN (SELECT value FROM json_each(?1))", due);
        session.Execute("DELETE FROM original WHERE sequence IN (SELECT value FROM json_each(?1))", due);
        session.Execute("DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(?1))", due);
        SqliteMediaStore.Dispose(session, due);
        session.Execute("UPDATE thread SET disposals = disposals + 1 WHERE line = ?1 AND contact = ?2", LineOf(key), key.Contact);
    }

    private static IEnumerable<AuditEvent> Acts(DisposalRequest request, IReadOnlyList<DueContent> due) =>
        due.GroupBy(content => content.Rule.Name).Select(rule => new ContentDisposed
        {
            At = request.Now,
            Person = request.Run.StartedBy,
            Run = request.Run.Id,
            Conversation = request.Conversation.ToString(),
            Rule = rule.Key,
            Versions = VersionRange.Of(rule.Select(content => content.Version)),
            Count = rule.Count(),
        });

    private static void Record(SqliteSession session, string organization, string archive, IReadOnlyList<AuditEvent> acts)
    {
        var key = AuditLog.Of(organization);
        var version = session.Number("SELECT max(version) FROM log WHERE conversation = ?1", key.ToString()) ?? 0;
        var appended = AppendStep.Run(session, new AppendRequest
        {
            Conversation = key,
            ExpectedVersion = version,
            Events =
            [
                .. acts.Select((act, i) =>
                    new LogRow(version + 1 + i, AuditFormat.TypeName(act), AuditFormat.Schema, null, act.At, null, AuditFormat.Write(act))),
            ],
            Followers = [archive],
        });
        if (appended is not AppendResult.Appended)
            throw new InvalidOperationException($"The acts of {organization} changed within one transaction.");
    }

    private static Organization? OrganizationOf(SqliteSession session, string organization) => session.First(
        "SELECT body FROM organization WHERE id = ?1", row => OrganizationFormat.Read(row.GetBytes(0)), organization);

    private static HashSet<string> AuthorsIn(SqliteSession session, string conversation) =>
    [
        .. session.Rows(
            """
            SELECT DISTINCT coalesce(json_extract(CAST(body AS TEXT), '$.author'), json_extract(CAST(body AS TEXT), '$.retried_by')) AS person
            FROM log
            WHERE conversation = ?1 AND type IN ('message_accepted', 'message_blocked', 'consent_asked', 'message_queued') AND person IS NOT NULL
            """,
            row => row.GetString(0),
            conversation),
    ];

    private static HashSet<string> PeopleOf(Organization organization, string line) =>
        [.. organization.People.Where(person => person.Lines.Contains(line)).Select(person => person.Id)];

    private static string LineOf(ConversationKey key) => $"{key.Organization}/{key.Line}";
}
