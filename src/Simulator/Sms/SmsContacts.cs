using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;
using MultiLine.Simulator.Webhooks;

namespace MultiLine.Simulator.Sms;

/// <summary>What contacts write, and what the provider makes of STOP, START and HELP.</summary>
internal sealed class SmsContacts(
    Database database,
    SmsLog log,
    PhoneBook phones,
    WebhookQueue webhooks,
    SmsCallbacks callbacks,
    SimulatorOptions options,
    TimeProvider time
)
{
    private static readonly string[] Stop = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"];
    private static readonly string[] Start = ["START", "YES", "UNSTOP"];

    /// <summary>The contact writes; everything that follows from it is one durable step.</summary>
    public SmsMessage Write(Phone phone, string number, string text, IReadOnlyList<SmsMedia> media) =>
        database.Step(_ =>
        {
            var message = new SmsMessage(SmsMessage.NewSid(media.Count > 0), number, phone.Number, Incoming: true, time.GetUtcNow(), text) { Media = media };
            var optOut = options.Sms.HandlesOptOut ? OptOut(text) : null;
            log.Add(message);
            webhooks.Add(callbacks.OfInbound(message, optOut));
            if (optOut is not null)
                Answer(phone, number, optOut);
            return message;
        });

    /// <summary>From here on the provider refuses messages to this phone, or takes them again, and nobody is told.</summary>
    public Phone SetStopped(Phone phone, string number, bool stopped)
    {
        var others = phone.SmsStopped.Where(other => other != number);
        var changed = phone with { SmsStopped = stopped ? [.. others, number] : [.. others] };
        phones.Save(changed);
        return changed;
    }

    private static string? OptOut(string text)
    {
        var word = text.Trim().ToUpperInvariant();
        return Stop.Contains(word) ? "STOP"
            : Start.Contains(word) ? "START"
            : word is "HELP" or "INFO" ? "HELP"
            : null;
    }

    /// <summary>The provider's own words; the business doesn't see them.</summary>
    private void Answer(Phone phone, string number, string optOut)
    {
        if (optOut != "HELP")
            SetStopped(phone, number, optOut == "STOP");
        var words = optOut switch
        {
            "STOP" => "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.",
            "START" => "You have successfully been re-subscribed to messages from this number. Reply STOP to unsubscribe.",
            _ => "Reply STOP to unsubscribe.",
        };
        log.Add(
            new SmsMessage(SmsMessage.NewSid(), number, phone.Number, Incoming: false, time.GetUtcNow(), words)
            {
                Stages = [SmsStage.Queued, SmsStage.Sent, SmsStage.Delivered],
            }
        );
    }
}
