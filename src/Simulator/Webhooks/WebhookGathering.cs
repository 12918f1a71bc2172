using Dapper;
using MultiLine.Simulator.Faults;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Webhooks;

/// <summary>On request, holds webhooks back until there are enough of them to be sent in one POST or last first.</summary>
internal sealed class WebhookGathering(Database database, Subscriptions subscriptions, FaultBox faults, TimeProvider time)
{
    private readonly List<QueuedWebhook> held = [];
    private Fault? fault;

    /// <summary>Called in the step that queues the webhook; answers with the lane in which there may be something to send now.</summary>
    public int Arrange(QueuedWebhook webhook)
    {
        fault ??= faults.Take(FaultKind.BatchWebhooks) ?? faults.Take(FaultKind.ReorderWebhooks);
        if (fault is null || !Fits(webhook))
            return (int)webhook.Lane;

        held.Add(webhook);
        var lane = (int)held[0].Lane;
        if (held.Count < fault.Size)
            Hold(webhook, TimeSpan.FromSeconds(fault.Seconds));
        else
            Release(fault.Kind == FaultKind.BatchWebhooks);
        return lane;
    }

    /// <summary>One POST goes to one address; a whole body stays as it is.</summary>
    private bool Fits(QueuedWebhook webhook) =>
        (fault!.Kind != FaultKind.BatchWebhooks || webhook.Field is not null)
        && (held.Count == 0 || AddressOf(webhook) == AddressOf(held[0]));

    private (bool IsSms, Callback? Callback) AddressOf(QueuedWebhook webhook) =>
        (webhook.Waba == Subscriptions.Sms, subscriptions.CallbackOf(webhook.Waba));

    /// <summary>If not enough others come, it goes on its own after a while.</summary>
    private void Hold(QueuedWebhook webhook, TimeSpan longest)
    {
        var due = (time.GetUtcNow() + longest).Milliseconds();
        database.Step(db => db.Execute("UPDATE webhooks SET due = @due WHERE id = @Id", new { due, webhook.Id }));
    }

    private void Release(bool asBatch)
    {
        var now = time.GetUtcNow().Milliseconds();
        var lane = held[0].Lane;
        long? batch = asBatch ? held[0].Id : null;
        database.Step(db =>
        {
            // Within a lane the earlier due goes first, so each is made due a little before the one that was queued before it.
            foreach (var (place, webhook) in held.Index())
            {
                db.Execute(
                    "UPDATE webhooks SET lane = @lane, batch = @batch, due = @due WHERE id = @Id AND ended IS NULL",
                    new
                    {
                        lane,
                        batch,
                        due = now - place,
                        webhook.Id,
                    }
                );
            }

            return held.Count;
        });
        held.Clear();
        fault = null;
    }
}
