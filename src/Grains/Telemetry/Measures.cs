using System.Diagnostics.Metrics;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;

namespace MultiLine.Grains.Telemetry;

/// <summary>What operators are told of the grains' work, as numbers. Listed in docs/telemetry.md.</summary>
internal static class Measures
{
    private static readonly Meter s_meter = new("MultiLine.Grains");

    private static readonly Counter<long> s_webhookItems = s_meter.CreateCounter<long>(
        "multiline.webhook.items", "{item}", "Items of webhooks: messages, statuses and whatever else came.");

    private static readonly Counter<long> s_steps = s_meter.CreateCounter<long>(
        "multiline.conversation.steps", "{step}", "Steps of conversations that were to be stored.");

    private static readonly Counter<long> s_messages = s_meter.CreateCounter<long>(
        "multiline.messages", "{message}", "What became of messages, once for each thing that became of one.");

    private static readonly Histogram<double> s_lag = s_meter.CreateHistogram(
        "multiline.follower.lag",
        "s",
        "Time from an event's being recorded to its being followed.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 300] });

    public static void WebhookItem(string outcome) => s_webhookItems.Add(1, new KeyValuePair<string, object?>("multiline.outcome", outcome));

    public static void Step(string outcome) => s_steps.Add(1, new KeyValuePair<string, object?>("multiline.outcome", outcome));

    /// <summary>Counts what stored events say of messages.</summary>
    public static void Messages(IEnumerable<ConversationEvent> events)
    {
        if (!s_messages.Enabled)
        {
            return;
        }

        foreach (var outcome in events.Select(Outcome).OfType<string>())
        {
            s_messages.Add(
                1,
                new KeyValuePair<string, object?>("multiline.message.direction", outcome == Received ? "in" : "out"),
                new KeyValuePair<string, object?>("multiline.outcome", outcome));
        }
    }

    /// <param name="follower">The kind of the follower, one word.</param>
    /// <param name="lag">How long ago the oldest event that it follows now was recorded.</param>
    public static void Lag(string follower, TimeSpan lag) =>
        s_lag.Record(lag.TotalSeconds, new KeyValuePair<string, object?>("multiline.follower.kind", follower));

    private const string Received = "received";

    private static string? Outcome(ConversationEvent e) => e switch
    {
        MessageReceived => Received,
        MessageAccepted => "accepted",
        AttemptDeferred => "deferred",
        MessageSent => "sent",
        StatusReceived { Status: DeliveryStatus.Delivered } => "delivered",
        StatusReceived { Status: DeliveryStatus.Read } => "read",
        MessageFailed => "failed",
        OutcomeUnknown => "outcome_unknown",
        _ => null,
    };
}
