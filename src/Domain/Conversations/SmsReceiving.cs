using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Conversations;

/// <summary>What the contact says by SMS: STOP and START count, by our words or by the provider's. Nobody was asked, so NO is just a word.</summary>
internal static class SmsReceiving
{
    public static void HearAnswer(Draft draft, ReceiveMessage command)
    {
        var before = draft.State[Channel.Sms].Consent.Status;
        var understood = command.ProviderUnderstood;
        switch (understood != ConsentAnswer.None ? understood : draft.Rules.Words.Read(command.Text))
        {
            case ConsentAnswer.Yes:
                Receiving.Give(draft, command, AnswerForm.Word);
                break;
            case ConsentAnswer.Stop:
                Receiving.Refuse(draft, command, AnswerForm.Word, stop: true);
                Stop(draft, command, wasRefused: before.IsRefused());
                break;
        }
    }

    private static void Stop(Draft draft, ReceiveMessage command, bool wasRefused)
    {
        // A STOP that comes late, after a newer START, stops nothing.
        if (!draft.State[Channel.Sms].Consent.Status.IsRefused())
        {
            return;
        }

        draft.FailAll(
            Channel.Sms,
            RefusalCodes.ConsentDeclined,
            message => message.Phase != MessagePhase.Attempting && message.Kind != OutboundKind.StopConfirmation);
        if (!wasRefused && command.ProviderUnderstood != ConsentAnswer.Stop)
        {
            Receiving.AcceptStopConfirmation(draft, command);
        }
    }
}
