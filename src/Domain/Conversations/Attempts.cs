using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;
using MultiLine.Domain.Status;

namespace MultiLine.Domain.Conversations;

/// <summary>The way of a message to the provider: attempt, outcome, statuses.</summary>
internal static class Attempts
{
    public static Refusal? Start(Draft draft, StartAttempt command)
    {
        var message = draft.State.FindOpen(command.MessageId);
        if (message is null || draft.State.Head(message.Channel) != message || !message.IsDue(draft.Now))
        {
            return new Refusal(RefusalCodes.NotFound, "The message is not the next one to be sent.");
        }

        draft.CloseLapsedSession(message.Channel, ClosedBy.Clock);
        draft.LearnAliases();
        // It goes out from the number it was taken for or not at all: that number may be another line's by now.
        var refusal = command.Number == message.Number
            ? SendingRules.Permits(draft, message.Channel, message.Kind)
                ?? SendingRules.Marketing(draft, message.Channel, command.TemplateCategory)
                ?? SendingRules.Policy(command.Policy, [])
                ?? SendingRules.Kept(command.IsContentGone)
            : SendingRules.NotEnabledOn(message.Channel);
        if (refusal is not null)
        {
            draft.Fail(message, refusal.Code);
            return refusal;
        }

        draft.Append(new AttemptStarted
        {
            At = draft.Now,
            MessageId = message.MessageId,
            Channel = message.Channel,
            Number = message.Number,
            AttemptId = command.AttemptId,
            Deadline = draft.Now + draft.Rules.OutcomeTimeout,
        });
        return null;
    }

    public static Refusal? Record(Draft draft, RecordOutcome command)
    {
        var message = command.Message;
        var open = IsOpen(draft, message, command.AttemptId);
        switch (command.Outcome)
        {
            // The reply may come after the time-out, or after a status that has told us already.
            case AttemptOutcome.Accepted accepted when !message.ProviderMessageIds.Contains(accepted.ProviderMessageId):
                Sent(draft, message, command.AttemptId, accepted.ProviderMessageId, LearnedBy.Reply);
                break;
            // An earlier attempt turned out to be enough: that this one came to nothing does no harm.
            case AttemptOutcome.Refused refused when open && message.TakenAs is not null:
                PutOff(draft, message, command.AttemptId, draft.Now, refused.ProviderCode);
                break;
            case AttemptOutcome.Refused refused when open:
                draft.Fail(message.MessageId, message.Kind, message.Channel, refused.Code, refused.ProviderCode, draft.Now);
                break;
            case AttemptOutcome.Deferred deferred when open:
                PutOff(draft, message, command.AttemptId, deferred.NotBefore, deferred.ProviderCode);
                break;
        }

        return null;
    }

    public static Refusal? Record(Draft draft, RecordStatus command)
    {
        var message = command.Message;
        if (command.AttemptId is { } attempt && !message.ProviderMessageIds.Contains(command.ProviderMessageId))
        {
            message = Sent(draft, message, attempt, command.ProviderMessageId, LearnedBy.Status);
        }

        draft.Append(new StatusReceived
        {
            At = draft.Now,
            MessageId = message.MessageId,
            Channel = message.Channel,
            Number = message.Number,
            ProviderMessageId = command.ProviderMessageId,
            Status = command.Status,
            Word = command.Word,
            ProviderAt = command.ProviderAt,
            Code = command.Code,
            ProviderCode = command.ProviderCode,
            Commitment = command.Commitment,
        });

        // Of an older attempt a failure is no news: the newer one decides.
        if (command.Status == DeliveryStatus.Failed && message.ProviderMessageId == command.ProviderMessageId
            && message.Status != MessageStatus.Failed && message.Status.After(DeliveryStatus.Failed) == MessageStatus.Failed)
        {
            draft.Fail(
                message.MessageId, message.Kind, message.Channel, command.Code ?? RefusalCodes.ProviderRefused, command.ProviderCode, command.ProviderAt);
        }

        return null;
    }

    public static Refusal? Resolve(Draft draft, ResolveAttempt command)
    {
        if (draft.State.FindOpen(command.MessageId) is { AttemptId: { } attempt } message && message.IsOverdue(draft.Now))
        {
            draft.Append(new OutcomeUnknown { At = draft.Now, MessageId = message.MessageId, Channel = message.Channel, AttemptId = attempt });
        }

        return null;
    }

    private static void PutOff(Draft draft, MessageView message, string attemptId, DateTimeOffset notBefore, int? providerCode) =>
        draft.Append(new AttemptDeferred
        {
            At = draft.Now,
            MessageId = message.MessageId,
            Channel = message.Channel,
            AttemptId = attemptId,
            NotBefore = notBefore,
            ProviderCode = providerCode,
        });

    private static bool IsOpen(Draft draft, MessageView message, string attemptId) =>
        draft.State.FindOpen(message.MessageId) is { Phase: MessagePhase.Attempting } open && open.AttemptId == attemptId;

    /// <returns>The message as it is then.</returns>
    private static MessageView Sent(Draft draft, MessageView message, string attemptId, string providerMessageId, LearnedBy by)
    {
        var sent = new MessageSent
        {
            At = draft.Now,
            MessageId = message.MessageId,
            Channel = message.Channel,
            Number = message.Number,
            AttemptId = attemptId,
            ProviderMessageId = providerMessageId,
            By = by,
        };
        draft.Append(sent);
        return MessageView.Apply(message, message.Version, sent)!;
    }
}
