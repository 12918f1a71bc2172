using MultiLine.Domain;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Storage.Conversations;

namespace MultiLine.Grains.Conversations;

/// <summary>What is only so by SMS.</summary>
public sealed partial class ConversationGrain
{
    public async Task<SendResult> SendAsSms(SmsRequest request)
    {
        var claim = new ClaimedRequest(Key.Organization, request.Person, request.IdempotencyKey);
        if (await FindRequest(claim, taken => taken.IsSame(request)) is { } answered)
        {
            return answered;
        }

        if (await Find(request.MessageId) is not { ContentVersion: var version })
        {
            return Refuse(NoSuchMessage);
        }

        var contents = await journal.ReadContentsAsync(Key, [version]);
        var text = contents.GetValueOrDefault(version)?.PlainText;
        var around = await _surroundings.Look(request.Person, Channel.Sms);
        var inspected = await InspectOutbound(around, Channel.Sms, request.Person, new MessageContent { Text = text }, template: null);
        var messageId = Ids.New(time);
        var notice = DraftSmsNotice(Channel.Sms, around);
        return await Answer(
            async () => new SendMessage
            {
                MessageId = messageId,
                Channel = Channel.Sms,
                Author = request.Person,
                Commitment = inspected.Content.Commitment,
                Text = inspected.Judged.Text,
                Policy = inspected.Policy,
                Disclaimer = notice?.Prepared,
                InPlaceOf = await View(request.MessageId),
                Facts = around.Facts,
            },
            around,
            claim,
            taken => taken.IsSame(request),
            messageId,
            [.. inspected.Contents, .. Contents(notice)]);
    }

    /// <summary>What goes before the first SMS; the rules know whether this is the first.</summary>
    private DraftedMessage? DraftSmsNotice(Channel channel, Surroundings around) => channel == Channel.Sms && around.Settings.SmsNotice is { } text
        ? DraftedMessage.Of(time, new MessageContent { Text = text })
        : null;

    private static IReadOnlyCollection<SaltedContent> Contents(DraftedMessage? draft) => draft is null ? [] : [draft.Content];
}
