using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Conversations;

/// <summary>What the contact does: write, answer the opt-in request, say STOP.</summary>
internal static class Receiving
{
    public static Refusal? Receive(Draft draft, ReceiveMessage command)
    {
        draft.LearnAliases();
        draft.CloseLapsedSession(command.Channel, ClosedBy.Clock);
        draft.Append(new MessageReceived
        {
            At = draft.Now,
            MessageId = command.MessageId,
            Channel = command.Channel,
            Number = command.Number,
            ProviderMessageId = command.ProviderMessageId,
            ProviderAt = command.ProviderAt,
            Kind = command.Kind,
            InReplyTo = command.InReplyTo,
            Historic = command.Historic ? true : null,
            Commitment = command.Commitment,
            Policy = command.Policy,
        });
        if (command.Channel == Channel.Sms)
        {
            SmsReceiving.HearAnswer(draft, command);
        }
        else if (command.OpensSession)
        {
            draft.OpenSession(command.Channel, command.ProviderAt);
            HearAnswer(draft, command);
        }

        return null;
    }

    private static void HearAnswer(Draft draft, ReceiveMessage command)
    {
        var before = draft.State[command.Channel].Consent;
        var form = command.ButtonPayload is null ? AnswerForm.Word : AnswerForm.Button;
        var tapped = OptInPayload.Read(command.ButtonPayload);
        var answer = form == AnswerForm.Word ? draft.Rules.Words.Read(command.Text)
            : tapped == ConsentAnswer.None ? ConsentWords.ReadLabel(command.Text)
            : tapped;
        if (form == AnswerForm.Button && answer == ConsentAnswer.None)
        {
            // It answers another message of ours: neither the request, nor is it the beginning of a talk.
            return;
        }

        switch (answer)
        {
            case ConsentAnswer.Yes:
                Give(draft, command, form);
                break;
            case ConsentAnswer.Stop:
            case ConsentAnswer.No when tapped == ConsentAnswer.No || before.AllowsNo(ProviderClock.AtMost(command.ProviderAt, draft.Now)):
                Refuse(draft, command, form, answer == ConsentAnswer.Stop);
                break;
            case ConsentAnswer.None when draft.Rules.FirstMessageIsConsent
                && before.AllowsImplied(ProviderClock.InFavour(command.ProviderAt, draft.Now)):
                Give(draft, command, AnswerForm.FirstMessage);
                break;
        }

        FollowUp(draft, command, before, answer);
    }

    internal static void Give(Draft draft, ReceiveMessage command, AnswerForm form) => draft.Append(new ConsentGiven
    {
        At = draft.Now,
        Channel = command.Channel,
        By = form,
        MessageId = command.MessageId,
        RequestId = OptInPayload.Request(command.ButtonPayload),
        ProviderAt = command.ProviderAt,
    });

    internal static void Refuse(Draft draft, ReceiveMessage command, AnswerForm form, bool stop) => draft.Append(new ConsentRefused
    {
        At = draft.Now,
        Channel = command.Channel,
        By = form,
        Stop = stop,
        MessageId = command.MessageId,
        RequestId = OptInPayload.Request(command.ButtonPayload),
        ProviderAt = command.ProviderAt,
    });

    /// <summary>Releases what waited, stops what may no longer go out, and answers where a rule says so.</summary>
    private static void FollowUp(Draft draft, ReceiveMessage command, ConsentState before, ConsentAnswer answer)
    {
        var consent = draft.State[command.Channel].Consent;
        switch (consent.Status)
        {
            case ConsentStatus.Granted:
                draft.Release(command.Channel);
                break;
            case ConsentStatus.Declined or ConsentStatus.Withdrawn:
                draft.FailAll(
                    command.Channel,
                    RefusalCodes.ConsentDeclined,
                    message => message.Phase != MessagePhase.Attempting && message.Kind != OutboundKind.StopConfirmation);
                if (answer == ConsentAnswer.Stop && !before.Status.IsRefused())
                {
                    ConfirmStop(draft, command);
                }

                break;
            // What was written before the request went out is no answer to it; and nobody answers "no" with a question.
            case ConsentStatus.Asked when !consent.Repeated && consent.AskedAt <= command.ProviderAt
                && draft.State.FindOpen(consent.AskedBy!) is not { Phase: MessagePhase.Queued }:
            case ConsentStatus.NotAsked when answer != ConsentAnswer.No:
                Request(draft, command, repeat: consent.Status == ConsentStatus.Asked);
                break;
        }
    }

    private static void ConfirmStop(Draft draft, ReceiveMessage command)
    {
        if (draft.State[command.Channel].Session.IsOpen(draft.Now))
        {
            AcceptStopConfirmation(draft, command);
        }
    }

    internal static void AcceptStopConfirmation(Draft draft, ReceiveMessage command)
    {
        if (command.StopConfirmation is not { } confirmation)
        {
            draft.Lacks |= Answers.StopConfirmation;
            return;
        }

        draft.Append(new MessageAccepted
        {
            At = draft.Now,
            MessageId = confirmation.MessageId,
            Channel = command.Channel,
            Number = command.Number,
            Kind = OutboundKind.StopConfirmation,
            Commitment = confirmation.Commitment,
        });
    }

    private static void Request(Draft draft, ReceiveMessage command, bool repeat)
    {
        if (command.OptIn is not { } optIn)
        {
            draft.Lacks |= Answers.OptIn;
            return;
        }

        draft.Append(new ConsentAsked { At = draft.Now, Channel = command.Channel, MessageId = optIn.Message.MessageId, Repeat = repeat });
        draft.AcceptOptInRequest(command.Channel, command.Number, optIn.Message, optIn.Template, author: null);
    }
}
