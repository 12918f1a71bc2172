using System.Text.Json.Nodes;
using Dapper;
using MultiLine.Simulator.Faults;
using MultiLine.Simulator.Graph.Apps;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Webhooks;

/// <summary>A webhook in the queue; times are Unix milliseconds.</summary>
/// <param name="Ended">When it was answered 200 or given up; null while pending.</param>
internal sealed record QueuedWebhook(
    long Id,
    string Waba,
    string? Field,
    string? Subject,
    string Payload,
    long Lane,
    long Due,
    long? Batch,
    long Created,
    long Attempts,
    string? Outcome,
    long? Ended
)
{
    public JsonNode? Value => JsonNode.Parse(Payload);
}

/// <summary>The webhooks that were and are to be sent, durable.</summary>
internal sealed class WebhookQueue(
    Database database,
    Subscriptions subscriptions,
    AppStore apps,
    WebhookGathering gathering,
    FaultBox faults,
    TimeProvider time
)
{
    /// <summary>How many webhooks can be under way at once. Part of what is stored, so not a setting.</summary>
    public const int Lanes = 16;

    /// <summary>A POST holds at most 3 MB.</summary>
    private const int LargestBody = 3 * 1024 * 1024;

    private const string Columns = "id, waba, field, subject, payload, lane, due, batch, created, attempts, outcome, ended";

    private readonly Bell[] bells = [.. Enumerable.Range(0, Lanes).Select(_ => new Bell(time))];

    public Bell BellOf(int lane) => bells[lane];

    /// <summary>Puts a webhook into the queue, if the account has a subscriber that hears of its field. SMS has neither of Meta's.</summary>
    public void Add(Webhook webhook)
    {
        if (webhook.WabaId != Subscriptions.Sms && !apps.State.Hears(webhook.Field))
            return;

        database.Step(db =>
        {
            if (!subscriptions.IsActive(webhook.WabaId))
                return false;

            for (var copies = faults.Take(FaultKind.DuplicateWebhook) is null ? 1 : 2; copies > 0; copies--)
                bells[gathering.Arrange(Insert(webhook))].Ring();
            return true;
        });
    }

    public QueuedWebhook? First(int lane) =>
        database.Read(db =>
            db.QuerySingleOrDefault<QueuedWebhook>(
                $"SELECT {Columns} FROM webhooks WHERE lane = @lane AND ended IS NULL ORDER BY due, id LIMIT 1",
                new { lane }
            )
        );

    /// <summary>The webhook and those that were bound to it, as many as go into one POST.</summary>
    public IReadOnlyList<QueuedWebhook> BatchOf(QueuedWebhook webhook) =>
        webhook.Batch is null
            ? [webhook]
            : InOnePost(
                database.Read(db =>
                    db.Query<QueuedWebhook>($"SELECT {Columns} FROM webhooks WHERE batch = @Batch AND ended IS NULL ORDER BY id", webhook)
                        .AsList()
                )
            );

    public void Delivered(IEnumerable<QueuedWebhook> webhooks) => End(webhooks, "200");

    public void GiveUp(IEnumerable<QueuedWebhook> webhooks, string outcome) => End(webhooks, outcome);

    public void TryAgain(IEnumerable<QueuedWebhook> webhooks, string outcome, TimeSpan wait) =>
        database.Step(db =>
            db.Execute(
                "UPDATE webhooks SET attempts = attempts + 1, outcome = @outcome, due = @due WHERE id IN @ids",
                new
                {
                    outcome,
                    due = (time.GetUtcNow() + wait).Milliseconds(),
                    ids = webhooks.Select(webhook => webhook.Id),
                }
            )
        );

    public IReadOnlyList<QueuedWebhook> About(string subject) =>
        database.Read(db =>
            db.Query<QueuedWebhook>($"SELECT {Columns} FROM webhooks WHERE subject = @subject ORDER BY id", new { subject }).AsList()
        );

    public IReadOnlyList<QueuedWebhook> List(bool pendingOnly, long after, int limit) =>
        database.Read(db =>
            db.Query<QueuedWebhook>(
                    $"SELECT {Columns} FROM webhooks WHERE id > @after AND (@pendingOnly = 0 OR ended IS NULL) ORDER BY id LIMIT @limit",
                    new
                    {
                        pendingOnly,
                        after,
                        limit,
                    }
                )
                .AsList()
        );

    public int CountPending() => database.Read(db => db.ExecuteScalar<int>("SELECT count(*) FROM webhooks WHERE ended IS NULL"));

    /// <summary>Waits until everything about a subject has been taken by the business, or the time is up.</summary>
    public async Task ToldAsync(string subject, TimeSpan longest, CancellationToken stop)
    {
        var end = time.GetUtcNow() + longest;
        while (About(subject).Any(webhook => webhook.Ended is null) && time.GetUtcNow() < end)
            await Task.Delay(TimeSpan.FromMilliseconds(10), time, stop);
    }

    private static List<QueuedWebhook> InOnePost(IReadOnlyList<QueuedWebhook> webhooks)
    {
        var size = 0;
        return [.. webhooks.TakeWhile((webhook, place) => (size += webhook.Payload.Length) <= LargestBody || place == 0)];
    }

    private QueuedWebhook Insert(Webhook webhook)
    {
        var now = time.GetUtcNow().Milliseconds();
        var lane = LaneOf(webhook.Lane);
        return database.Step(db =>
            db.QuerySingle<QueuedWebhook>(
                $"""
                INSERT INTO webhooks (waba, field, subject, payload, lane, due, created)
                VALUES (@WabaId, @Field, @Subject, @payload, @lane, @now, @now) RETURNING {Columns}
                """,
                new
                {
                    webhook.WabaId,
                    webhook.Field,
                    webhook.Subject,
                    payload = webhook.Payload?.ToJsonString() ?? "null",
                    lane,
                    now,
                }
            )
        );
    }

    private void End(IEnumerable<QueuedWebhook> webhooks, string outcome) =>
        database.Step(db =>
            db.Execute(
                "UPDATE webhooks SET attempts = attempts + 1, outcome = @outcome, ended = @now WHERE id IN @ids",
                new
                {
                    outcome,
                    now = time.GetUtcNow().Milliseconds(),
                    ids = webhooks.Select(webhook => webhook.Id),
                }
            )
        );

    /// <summary>A hash that is the same in every run, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static int LaneOf(string key) => (int)(key.Aggregate(2166136261u, (hash, sign) => (hash ^ sign) * 16777619u) % Lanes);
}
