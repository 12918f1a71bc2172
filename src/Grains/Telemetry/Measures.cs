using System.Diagnostics.Metrics;
using MultiLine.Domain;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;
using MultiLine.Grains.Operations;

namespace MultiLine.Grains.Telemetry;

/// <summary>
/// What operators are told of the grains' work, as numbers: over OTLP (docs/telemetry.md), and by the operations page (docs/operations.md),
/// which has to show something where nobody collects metrics.
/// </summary>
public sealed class Measures
{
    private readonly Figures _figures;
    private readonly Counter<long> _webhookItems;
    private readonly Counter<long> _steps;
    private readonly Counter<long> _messages;
    private readonly Counter<long> _providerErrors;
    private readonly Counter<long> _followerFailures;
    private readonly Histogram<double> _webhooks;
    private readonly Histogram<double> _sending;
    private readonly Histogram<double> _providerCalls;
    private readonly Histogram<double> _lag;

    public Measures(IMeterFactory meters, Figures figures)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _figures = figures;
        var meter = meters.Create("MultiLine.Grains");
        _webhookItems = meter.CreateCounter<long>(
            "multiline.webhook.items", "{item}", "Items of webhooks: messages, statuses and whatever else came.");
        _steps = meter.CreateCounter<long>("multiline.conversation.steps", "{step}", "Steps of conversations that were to be stored.");
        _messages = meter.CreateCounter<long>(
            "multiline.messages", "{message}", "What became of messages, once for each thing that became of one.");
        _providerErrors = meter.CreateCounter<long>("multiline.provider.errors", "{error}", "Errors that providers answered or reported.");
        _followerFailures = meter.CreateCounter<long>(
            "multiline.follower.failures", "{failure}", "Times that a follower could not follow a conversation.");
        _webhooks = Duration(meter, "multiline.webhook.duration", "Time until everything in a webhook was durable.");
        _sending = Duration(meter, "multiline.message.send.duration", "Time from a message's being in the queue to the provider's having taken it.");
        _providerCalls = Duration(meter, "multiline.provider.call.duration", "Time that a provider took to answer an attempt to send.");
        _lag = Duration(meter, "multiline.follower.lag", "Time from an event's being recorded to its being followed.");
    }

    public void WebhookItem(string outcome)
    {
        _webhookItems.Add(1, new KeyValuePair<string, object?>("multiline.outcome", outcome));
        _figures.Count(outcome switch
        {
            "taken" => Happening.WebhookTaken,
            "kept_raw" => Happening.WebhookKeptRaw,
            _ => Happening.WebhookNotTaken,
        });
    }

    /// <param name="provider">Who posted it.</param>
    /// <param name="took">From its being in this silo to its being durable, or to the fault that kept it from that.</param>
    public void Webhook(string provider, TimeSpan took)
    {
        _webhooks.Record(took.TotalSeconds, new KeyValuePair<string, object?>("multiline.provider", provider));
        _figures.Took(Timed.Webhook, took);
    }

    public void Step(string outcome) => _steps.Add(1, new KeyValuePair<string, object?>("multiline.outcome", outcome));

    /// <summary>Counts what stored events say of messages.</summary>
    public void Messages(IReadOnlyList<ConversationEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        for (var i = 0; i < events.Count; i++)
        {
            if (Outcome(events[i]) is var (what, outcome))
            {
                _messages.Add(
                    1,
                    new KeyValuePair<string, object?>("multiline.message.direction", what == Happening.Received ? "in" : "out"),
                    new KeyValuePair<string, object?>("multiline.outcome", outcome));
                _figures.Count(what);
            }

            if (events[i] is StatusReceived { Status: DeliveryStatus.Failed } failed)
            {
                ProviderFailed(failed.Channel, new ProviderFault("not_delivered", failed.ProviderCode));
            }
        }
    }

    /// <param name="took">From the message's being in the queue to the provider's having taken it.</param>
    public void Sent(TimeSpan took)
    {
        _sending.Record(took.TotalSeconds);
        _figures.Took(Timed.Sending, took);
    }

    /// <param name="channel">Of the provider.</param>
    /// <param name="took">Until it answered, or nobody waited any more.</param>
    /// <param name="fault">Null if it took the message.</param>
    public void ProviderCall(Channel channel, TimeSpan took, ProviderFault? fault)
    {
        _providerCalls.Record(took.TotalSeconds, new KeyValuePair<string, object?>("multiline.channel", channel.Name()));
        _figures.Took(Timed.ProviderCall, took);
        if (fault is not null)
        {
            ProviderFailed(channel, fault);
        }
    }

    /// <param name="follower">The kind of the follower, one word.</param>
    /// <param name="lag">How long ago the oldest event that it follows now was recorded.</param>
    public void Lag(string follower, TimeSpan lag) =>
        _lag.Record(lag.TotalSeconds, new KeyValuePair<string, object?>("multiline.follower.kind", follower));

    /// <param name="follower">The kind of the follower, one word.</param>
    public void NotFollowed(string follower)
    {
        _followerFailures.Add(1, new KeyValuePair<string, object?>("multiline.follower.kind", follower));
        _figures.Count(Happening.NotFollowed);
    }

    private void ProviderFailed(Channel channel, ProviderFault fault)
    {
        _providerErrors.Add(
            1,
            new KeyValuePair<string, object?>("multiline.channel", channel.Name()),
            new KeyValuePair<string, object?>("multiline.provider.error", fault.Kind),
            new KeyValuePair<string, object?>("multiline.provider.code", fault.Code));
        _figures.ProviderFailed(channel.Name(), fault.Kind, fault.Code);
    }

    private static Histogram<double> Duration(Meter meter, string name, string what) => meter.CreateHistogram(
        name, "s", what, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 300] });

    private static (Happening What, string Word)? Outcome(ConversationEvent e) => e switch
    {
        MessageReceived => (Happening.Received, "received"),
        MessageAccepted => (Happening.Accepted, "accepted"),
        AttemptDeferred => (Happening.Deferred, "deferred"),
        MessageSent => (Happening.Sent, "sent"),
        StatusReceived { Status: DeliveryStatus.Delivered } => (Happening.Delivered, "delivered"),
        StatusReceived { Status: DeliveryStatus.Read } => (Happening.Read, "read"),
        MessageFailed => (Happening.Failed, "failed"),
        OutcomeUnknown => (Happening.OutcomeUnknown, "outcome_unknown"),
        _ => null,
    };
}
