using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Histories;

/// <summary>The histories hold what the properties are about, so that none of them is true for want of a case.</summary>
public sealed class CoverageHistories
{
    private const int AtLeast = 20;

    private static readonly string[] Expected =
    [
        .. Enum.GetValues<ConsentStatus>().Select(status => $"consent {status}"),
        // The histories are of WhatsApp.
        .. Enum.GetValues<OutboundKind>().Where(kind => kind != OutboundKind.Disclaimer).Select(kind => $"{kind} attempted"),
        .. Enum.GetValues<AnswerForm>().Select(form => $"consent by {form}"),
        .. Enum.GetValues<Said>().Select(what => $"contact: {what}"),
        "NO as a word",
        "STOP as a word",
        "STOP by a button",
        "text refused for its session",
        "text ended in the queue for its session",
        "text refused after a refusal",
        "queued message ended by a refusal",
        "waiting message ended by a refusal",
        "request repeated",
        "request asked again by a person",
        "request refused while one is under way",
        "request superseded",
        "confirmation superseded",
        "confirmation ended in the queue for its session",
        "not reachable",
        "provider's clock ahead",
        "number paused",
        "outcome unknown",
        "retried",
        "earlier attempt taken while a newer is open",
        "deferred though an earlier attempt was enough",
    ];

    [Fact]
    public void What_the_properties_are_about_happens_again_and_again()
    {
        var seen = new Tally();
        Property.Holds(History.Any, history =>
        {
            var story = Story.Play(history);
            foreach (var what in story.Heard)
            {
                seen.Count($"contact: {what}");
            }

            foreach (var turn in story.Talk.Turns)
            {
                Count(seen, turn);
            }
        });

        seen.AssertEach(AtLeast, Expected);
    }

    private static void Count(Tally seen, Turn turn)
    {
        var consent = turn.Before[Channel.WhatsApp].Consent.Status;
        var refusal = turn.Decision.Refusal?.Code;
        seen.Count($"consent {consent}");
        seen.Count("text refused for its session", turn.Command is SendMessage && refusal == RefusalCodes.SessionClosed);
        seen.Count("text refused after a refusal", turn.Command is SendMessage { Text: not null } && refusal == RefusalCodes.ConsentDeclined);
        seen.Count("not reachable", turn.Command is SendMessage && refusal == RefusalCodes.NotOnWhatsApp);
        seen.Count(
            "request refused while one is under way",
            turn.Command is AskConsent && refusal == RefusalCodes.ConsentPending && turn.Before.Open.Exists(open => open.Kind == OutboundKind.OptInRequest));
        foreach (var e in turn.Decision.Events)
        {
            switch (e)
            {
                case AttemptStarted started:
                    seen.Count($"{Kind(turn, started.MessageId)} attempted");
                    break;
                case ConsentGiven given:
                    seen.Count($"consent by {given.By}");
                    break;
                case ConsentRefused refused:
                    seen.Count("NO as a word", refused is { By: AnswerForm.Word, Stop: false });
                    seen.Count("STOP as a word", refused is { By: AnswerForm.Word, Stop: true });
                    seen.Count("STOP by a button", refused is { By: AnswerForm.Button, Stop: true });
                    break;
                case ConsentAsked asked:
                    seen.Count("request repeated", asked.Repeat);
                    seen.Count("request asked again by a person", asked.Author is not null && consent == ConsentStatus.Asked);
                    break;
                case MessageReceived received:
                    seen.Count("provider's clock ahead", received.ProviderAt > received.At);
                    break;
                case MessageFailed failed:
                    Count(seen, turn, failed);
                    break;
                case AttemptDeferred deferred:
                    seen.Count("number paused", deferred.ProviderCode == 131031);
                    seen.Count("deferred though an earlier attempt was enough", turn.After.FindOpen(deferred.MessageId) is null);
                    break;
                case OutcomeUnknown:
                    seen.Count("outcome unknown");
                    break;
                case MessageQueued queued:
                    seen.Count("retried", queued.RetriedBy is not null);
                    break;
                case MessageSent sent:
                    seen.Count("earlier attempt taken while a newer is open", turn.After.FindOpen(sent.MessageId) is { TakenAs: not null });
                    break;
            }
        }
    }

    private static void Count(Tally seen, Turn turn, MessageFailed failed)
    {
        var inQueue = turn.Command is StartAttempt;
        var phase = turn.Before.FindOpen(failed.MessageId)?.Phase;
        seen.Count("text ended in the queue for its session", inQueue && failed is { Kind: OutboundKind.Text, Code: RefusalCodes.SessionClosed });
        seen.Count(
            "confirmation ended in the queue for its session", inQueue && failed is { Kind: OutboundKind.StopConfirmation, Code: RefusalCodes.SessionClosed });
        seen.Count("queued message ended by a refusal", phase == MessagePhase.Queued && failed.Code == RefusalCodes.ConsentDeclined);
        seen.Count("waiting message ended by a refusal", phase == MessagePhase.AwaitsConsent && failed.Code == RefusalCodes.ConsentDeclined);
        seen.Count("request superseded", failed is { Kind: OutboundKind.OptInRequest, Code: RefusalCodes.Superseded });
        seen.Count("confirmation superseded", failed is { Kind: OutboundKind.StopConfirmation, Code: RefusalCodes.Superseded });
    }

    private static OutboundKind Kind(Turn turn, string messageId) => turn.Messages.Single(message => message.MessageId == messageId).Kind;
}
