using MultiLine.Domain.Consent;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations;
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
        var settings = await _surroundings.Settings(person: null);
        var inspected = await InspectInbound(settings, channel, message.Content());
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
        };
        List<SaltedContent> contents = [.. inspected.Contents];
        await Carry(
            () => Task.FromResult<ConversationCommand>(command),
            options.Value.Rules(settings.FirstMessageIsConsent),
            decision => new JournalEntry(decision.Events) { Contents = contents },
            async lacking =>
            {
                if (lacking.HasFlag(Answers.StopConfirmation))
                {
                    var confirmation = DraftedMessage.Of(time, new MessageContent { Text = settings.StopConfirmation });
                    contents.Add(confirmation.Content);
                    command = command with { StopConfirmation = confirmation.Prepared };
                }

                if (lacking.HasFlag(Answers.OptIn))
                {
                    var optIn = await DraftOptIn(await _surroundings.Look(person: null, channel), channel, language: null);
                    contents.AddRange(optIn.Contents);
                    command = command with { OptIn = optIn.Prepared };
                }
            });
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
