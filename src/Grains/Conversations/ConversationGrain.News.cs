using MultiLine.Domain.Contacts;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Storage.Conversations;

namespace MultiLine.Grains.Conversations;

/// <summary>What the provider brings that is no message of its own.</summary>
public sealed partial class ConversationGrain
{
    public async Task ReceiveChange(ReceivedChange change)
    {
        var message = change.Message;
        var channel = ChannelOf(message.Channel, nameof(message));
        var target = await journal.FindReceivedAsync(channel, message.Number, change.Target)
            ?? await journal.FindReportedAsync(channel, message.Number, change.Target, callbackData: null);
        if (target is not var (conversation, messageId) || conversation != Key)
        {
            await Receive(message);
            return;
        }

        var inspected = change.Change == "edit"
            ? await InspectInbound(await _surroundings.Settings(person: null), channel, message.Content())
            : InspectedMessage.Clear(message.Content());
        await Take(inspected.Contents, new ReceiveChange
        {
            MessageId = messageId,
            Change = change.Change switch
            {
                "edit" => MessageChange.Edit,
                "revoke" => MessageChange.Revocation,
                "reaction" => message.Text is null ? MessageChange.ReactionRemoved : MessageChange.Reaction,
                var other => throw new ArgumentException($"No change of a message is called {other}.", nameof(change)),
            },
            Channel = channel,
            Number = message.Number,
            ProviderMessageId = message.ProviderMessageId,
            ProviderAt = message.ProviderAt,
            Commitment = inspected.Content.Commitment,
            Policy = inspected.Policy,
            Sender = new Aliases(message.Phone, message.Bsuid),
        });
    }

    public async Task RecordEcho(ReceivedMessage message)
    {
        var channel = ChannelOf(message.Channel, nameof(message));
        var inspected = await InspectEcho(await _surroundings.Settings(person: null), channel, message.Content());
        await Take(inspected.Contents, new RecordEcho
        {
            MessageId = Ids.New(time),
            Channel = channel,
            Number = message.Number,
            ProviderMessageId = message.ProviderMessageId,
            ProviderAt = message.ProviderAt,
            Kind = message.Kind,
            InReplyTo = message.InReplyTo,
            Historic = message.Historic,
            Commitment = inspected.Content.Commitment,
            Policy = inspected.Policy,
            Sender = new Aliases(message.Phone, message.Bsuid),
        });
    }

    public async Task ReportCall(ReportedCall call)
    {
        var channel = ChannelOf(call.Channel, nameof(call));
        var known = await journal.FindCallAsync(channel, call.Number, call.CallId) is var (conversation, id) && conversation == Key ? id : null;
        var drafted = DraftedMessage.Of(time, new MessageContent { Media = call.File.Content(), Raw = call.Raw });
        await Take([drafted.Content], new ReportCall
        {
            MessageId = known ?? drafted.MessageId,
            IsKnown = known is not null,
            Channel = channel,
            Number = call.Number,
            CallId = call.CallId,
            Inbound = call.Inbound,
            Happened = call.Happened,
            Result = call.Result,
            Seconds = call.Seconds,
            SessionFrom = call.SessionFrom,
            ProviderAt = call.ProviderAt,
            Commitment = drafted.Content.Commitment,
            Sender = new Aliases(call.Phone, call.Bsuid),
        });
    }

    public Task Prefer(ReportedPreference preference)
    {
        var content = DraftedMessage.Salt(new MessageContent { Raw = preference.Raw });
        return Take([content], new ChangeMarketingPreference
        {
            Channel = ChannelOf(preference.Channel, nameof(preference)),
            Number = preference.Number,
            Stopped = preference.Stopped,
            ProviderAt = preference.ProviderAt,
            Commitment = content.Commitment,
            Sender = new Aliases(preference.Phone, preference.Bsuid),
        });
    }

    private Task<Step> Take(IReadOnlyCollection<SaltedContent> contents, ConversationCommand command) => Carry(
        command, options.Value.Rules(firstMessageIsConsent: true), decision => new JournalEntry(decision.Events) { Contents = contents });
}
