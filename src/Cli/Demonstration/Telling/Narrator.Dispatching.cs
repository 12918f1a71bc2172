using MultiLine.Domain;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Status;

namespace MultiLine.Cli.Demonstration.Telling;

/// <summary>What dispatcher and provider do with the messages of the bank.</summary>
internal sealed partial class Narrator
{
    /// <summary>Meta's code for a recipient who can't be reached, and the one for too many messages at once.</summary>
    private const int Undeliverable = 131026;
    private const int RateLimitHit = 130429;

    private static readonly TimeSpan DispatchDelay = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan ReplyDelay = TimeSpan.FromMilliseconds(420);
    private static readonly TimeSpan BusyFor = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan SentDelay = TimeSpan.FromMilliseconds(900);
    private static readonly TimeSpan DeliveredDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ReadDelay = TimeSpan.FromSeconds(35);

    /// <summary>Attempts the message that is next, if its time has come.</summary>
    private async Task DispatchAsync()
    {
        if (_conversation.State.Head(Channel.WhatsApp) is not { Phase: MessagePhase.Queued } head)
            return;
        if (head.NotBefore > _agenda.Now)
        {
            _agenda.At(head.NotBefore, DispatchAsync);
            return;
        }

        var attempt = NewId();
        await CarryAsync(new StartAttempt(head.MessageId, attempt, head.Number, Aliases.None));
        // The system's own messages have no script: they are read.
        switch (_fates.GetValueOrDefault(head.MessageId, Fate.Read))
        {
            case Fate.Lost:
                _agenda.After(Rules.OutcomeTimeout, () => CarryAsync(new ResolveAttempt(head.MessageId)));
                break;
            case Fate.Deferred:
                _fates[head.MessageId] = Fate.Read;
                _agenda.After(ReplyDelay, () => EndAsync(head.MessageId, attempt, new AttemptOutcome.Deferred(_agenda.Now + BusyFor, RateLimitHit)));
                break;
            case var fate:
                Accept(head.MessageId, attempt, fate);
                break;
        }
    }

    /// <summary>The provider takes the message and reports on it.</summary>
    private void Accept(string message, string attempt, Fate fate)
    {
        var wamid = NewWamid();
        _agenda.After(ReplyDelay, () => EndAsync(message, attempt, new AttemptOutcome.Accepted(wamid)));
        if (fate == Fate.NotOnWhatsApp)
        {
            Report(DeliveryStatus.Failed, SentDelay);
            return;
        }

        Report(DeliveryStatus.Sent, SentDelay);
        if (fate is Fate.Delivered or Fate.Read)
            Report(DeliveryStatus.Delivered, DeliveredDelay);
        if (fate == Fate.Read)
            Report(DeliveryStatus.Read, ReadDelay);

        void Report(DeliveryStatus status, TimeSpan after) =>
            _agenda.After(after, () => ReportAsync(message, attempt, wamid, status));
    }

    private async Task EndAsync(string messageId, string attempt, AttemptOutcome outcome)
    {
        var message = await journal.FindMessageAsync(conversation, messageId);
        await CarryAsync(new RecordOutcome(message!, attempt, outcome));
    }

    private async Task ReportAsync(string messageId, string attempt, string wamid, DeliveryStatus status)
    {
        var failed = status == DeliveryStatus.Failed;
        await CarryAsync(new RecordStatus
        {
            Message = (await journal.FindMessageAsync(conversation, messageId))!,
            AttemptId = attempt,
            ProviderMessageId = wamid,
            Status = status,
            ProviderAt = WholeSecond(_agenda.Now),
            Code = failed ? RefusalCodes.NotOnWhatsApp : null,
            ProviderCode = failed ? Undeliverable : null,
        });
    }
}
