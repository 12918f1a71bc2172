using MultiLine.Simulator.Faults;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;
using MultiLine.Simulator.Webhooks;

namespace MultiLine.Simulator.Sms;

/// <summary>The way of an accepted SMS: queued, sent, then delivered or undelivered, each told to the business where it asked to be.</summary>
/// <remarks><see href="https://www.twilio.com/docs/messaging/guides/track-outbound-message-status"/></remarks>
internal sealed class SmsDelivery(
    Database database,
    SmsLog log,
    Schedule schedule,
    WebhookQueue webhooks,
    SmsCallbacks callbacks,
    FaultBox faults,
    SimulatorOptions options
) : IScheduledAct
{
    public string Kind => "sms";

    /// <summary>Takes a message and sets it on its way, in one durable step.</summary>
    public void Start(SmsMessage message) =>
        database.Step(_ =>
        {
            log.Add(message);
            Reach(message, SmsStage.Queued);
            return message;
        });

    void IScheduledAct.Run(string subject, string argument)
    {
        if (log.Find(subject) is { } message)
            Reach(message, Enum.Parse<SmsStage>(argument));
    }

    private void Reach(SmsMessage message, SmsStage stage)
    {
        if (message.Stages.Contains(stage))
            return;

        var reached = message with { Stages = [.. message.Stages, stage] };
        log.Save(reached);
        if (reached.StatusCallback is not null && (stage != SmsStage.Delivered || faults.Take(FaultKind.SkipDelivered) is null))
            webhooks.Add(callbacks.OfStatus(reached, stage));

        if (stage == SmsStage.Queued)
            Plan(reached, SmsStage.Sent, options.Statuses.SentAfter);
        else if (stage == SmsStage.Sent)
            Plan(reached, reached.ErrorCode is null ? SmsStage.Delivered : SmsStage.Undelivered, options.Statuses.DeliveredAfter);
    }

    private void Plan(SmsMessage message, SmsStage stage, TimeSpan after) => schedule.Add(after, Kind, message.Sid, stage.ToString());
}
