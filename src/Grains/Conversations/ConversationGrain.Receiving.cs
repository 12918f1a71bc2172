using MultiLine.Domain.Consent;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Status;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Storage.Conversations;

namespace MultiLine.Grains.Conversations;

/// <summary>What the provider brings.</summary>
public sealed partial class ConversationGrain
{
    public async Task Receive(ReceivedMessage message)
    {
        var channel = ChannelOf(message.Channel, nameof(message));
        var around = await _surroundings.Look(person: null, channel);
        var optIn = await DraftOptIn(around, channel, language: null);
        var inspected = await InspectInbound(around, channel, message.Content());
        var confirmation = DraftedMessage.Of(time, new MessageContent { Text = around.Settings.StopConfirmation });
        var command = new ReceiveMessage
        {
            MessageId = Ids.New(time),
            Channel = channel,
            Number = message.Number,
            ProviderMessageId = message.ProviderMessageId,
            ProviderAt = message.ProviderAt,
            Kind = message.Kind,
            InReplyTo = message.InReplyTo,
            Commitment = inspected.Content.Commitment,
            Policy = inspected.Policy,
            Text = message.Text,
            ButtonPayload = message.ButtonPayload,
            ProviderUnderstood = message.ProviderUnderstood is { } understood
                ? Words.Read<ConsentAnswer>(understood) ?? throw new ArgumentException($"No answer is called {understood}.", nameof(message))
                : ConsentAnswer.None,
            OpensSession = message.OpensSession && !message.Historic,
            Historic = message.Historic,
            Sender = new Aliases(message.Phone, message.Bsuid),
            OptIn = optIn.Prepared,
            StopConfirmation = confirmation.Prepared,
        };
        await Carry(
            command,
            around.Rules,
            decision => new JournalEntry(decision.Events) { Contents = [.. inspected.Contents, confirmation.Content, .. optIn.Contents] });
    }

    public Task Report(ReportedStatus status)
    {
        var raw = status.Raw is null ? null : DraftedMessage.Salt(new MessageContent { Raw = status.Raw });
        return CarryOn(
            status.MessageId,
            message => new RecordStatus
            {
                Message = message,
                AttemptId = status.AttemptId,
                ProviderMessageId = status.ProviderMessageId,
                Status = Words.Read<DeliveryStatus>(status.Status)
                    ?? throw new ArgumentException($"No status is called {status.Status}.", nameof(status)),
                Word = status.Word,
                ProviderAt = status.ProviderAt,
                Code = status.Code,
                ProviderCode = status.ProviderCode,
                Commitment = raw?.Commitment,
            },
            options.Value.Rules(firstMessageIsConsent: true),
            decision => new JournalEntry(decision.Events) { Contents = raw is null ? [] : [raw] });
    }
}
