using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Status;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Histories;

/// <summary>A history as it is played: the talk, the provider's open calls and the webhooks so far.</summary>
internal sealed class Story(Talk talk)
{
    public Talk Talk { get; } = talk;

    public List<Call> Calls { get; } = [];

    /// <summary>Messages of the contact and statuses, as the provider sent them.</summary>
    public List<object> Webhooks { get; } = [];

    /// <summary>What the contact did, each time anew.</summary>
    public List<Said> Heard { get; } = [];

    public static Story Play(History history)
    {
        var rules = new ConversationRules { FirstMessageIsConsent = history.FirstMessageIsConsent };
        var story = new Story(new Talk(rules) { Claims = history.Claims });
        foreach (var step in history.Steps)
        {
            step.Happen(story);
        }

        return story;
    }

    /// <summary>Counted from the newest, so that a small number is about what is under way.</summary>
    public static T? Choose<T>(IReadOnlyList<T> among, int pick) where T : class => among.Count == 0 ? null : among[^(1 + (pick % among.Count))];

    public ReceiveMessage Hear(Said what, int secondsLate, bool reacts = true)
    {
        var (text, payload) = what switch
        {
            Said.Yes => ("Yes", null),
            Said.No => ("No.", null),
            Said.Stop => ("STOP", null),
            Said.TapsYes => ("Accept", OptInPayload.Yes("optin1")),
            Said.TapsNo => ("Decline", OptInPayload.No("optin1")),

            // A button that was given nothing to carry carries its name.
            Said.TapsAnotherYes => ("Yes", "Yes"),
            Said.TapsAnotherNo => ("No", "No"),
            Said.TapsCancel => ("Cancel", "Cancel"),
            Said.TapsUnsubscribe => ("Unsubscribe", "Unsubscribe"),
            _ => ("Who is this?", default(string)),
        };
        Heard.Add(what);
        var providerAt = Talk.ToProvider(Talk.Now.AddSeconds(-secondsLate));
        return Talk.Inbound(text, providerAt, payload, reacts) with { OpensSession = what != Said.Reacts };
    }

    public void Deliver(object? webhook)
    {
        switch (webhook)
        {
            case ReceiveMessage message:
                Remember(message);
                Talk.Receive(message);
                break;
            case StatusWebhook status when status.Callback || Talk.Messages[status.Attempt.MessageId].ProviderMessageIds.Contains(status.Attempt.Wamid):
                Remember(status);
                Talk.Report(status.Attempt, status);
                break;
        }
    }

    public Attempt? Start(Fate fate)
    {
        var attempt = Talk.Dispatch();
        if (attempt is not null)
        {
            Calls.Add(new Call(attempt, fate));
        }

        return attempt;
    }

    public void Answer(Call? call)
    {
        if (call is null)
        {
            return;
        }

        Talk.Reply(call.Attempt, call.Fate switch
        {
            Fate.Taken => new AttemptOutcome.Accepted(call.Attempt.Wamid),
            Fate.Deferred => new AttemptOutcome.Deferred(Talk.Now.AddSeconds(4), 131056),
            Fate.Paused => new AttemptOutcome.Deferred(Talk.Now.AddHours(12), 131031),
            Fate.Refused => new AttemptOutcome.Refused(RefusalCodes.ProviderRefused, 131049),
            _ => new AttemptOutcome.Refused(RefusalCodes.NotOnWhatsApp, 131026),
        });
    }

    public void Report(Step.Report step)
    {
        if (Choose([.. Calls.Where(call => call.Fate == Fate.Taken)], step.Pick) is { } call)
        {
            var failed = step.Status == DeliveryStatus.Failed;
            var providerAt = Talk.ToProvider(Talk.Now.AddSeconds(-step.SecondsLate));
            Deliver(new StatusWebhook(
                call.Attempt,
                step.Status,
                providerAt,
                !failed ? null : step.NotOnWhatsApp ? RefusalCodes.NotOnWhatsApp : RefusalCodes.ProviderRefused,
                !failed ? null : step.NotOnWhatsApp ? 131026 : 131049,
                step.Callback));
        }
    }

    private void Remember(object webhook)
    {
        if (!Webhooks.Contains(webhook))
        {
            Webhooks.Add(webhook);
        }
    }
}

internal sealed record Call(Attempt Attempt, Fate Fate);
