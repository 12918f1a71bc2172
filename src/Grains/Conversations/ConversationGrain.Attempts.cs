using MultiLine.Domain;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Grains.Interfaces.Conversations;

namespace MultiLine.Grains.Conversations;

/// <summary>What dispatchers do.</summary>
public sealed partial class ConversationGrain
{
    public async Task<AttemptOrder?> StartAttempt(string messageId, string attemptId)
    {
        if (await Find(messageId) is not { } message)
        {
            return null;
        }

        // Everything that the order needs is read first: after the append nothing is left that could keep it from the dispatcher.
        var contents = await journal.ReadContentsAsync(Key, [message.ContentVersion]);
        var content = contents.GetValueOrDefault(message.ContentVersion);
        // The author's right to send was checked when the message was taken; whether the line still may is asked again.
        var around = await _surroundings.Look(person: null, message.Channel);
        var start = new StartAttempt(messageId, attemptId, around.Facts.Number, around.Facts.Known)
        {
            TemplateCategory = await _surroundings.CategoryOf(message.Template),
            Policy = await InspectAgain(around, message, content),
            IsContentGone = content is null,
        };
        var step = await Carry(start, around.Rules);
        if (content is null || step.TakenBefore is not null || !step.Decision.Events.Any(e => e is AttemptStarted))
        {
            return null;
        }

        return new AttemptOrder
        {
            MessageId = messageId,
            AttemptId = attemptId,
            EarlierAttempts = message.Deferrals,
            DeferredBy = message.ProviderCode,
            Phone = _conversation.State.Aliases.Phone,
            Bsuid = _conversation.State.Aliases.Bsuid,
            Text = content.Text,
            Template = message.Template is { } template ? new TemplateChoice(template.Name, template.Language, content.Parameters) : null,
            ButtonPayloads = message.Kind == OutboundKind.OptInRequest ? OptInDraft.Payloads(messageId) : [],
            ReplyTo = message.InReplyTo,
            Buttons = [.. (content.ButtonIds ?? []).Zip(content.Buttons, (id, title) => new ReplyButtonPart(id, title))],
            PreviewLinks = content.PreviewLinks ?? false,
            TraceParent = _origins.Of(messageId),
        };
    }

    public async Task EndAttempt(AttemptReport report)
    {
        AttemptOutcome outcome = report switch
        {
            { ProviderMessageId: { } id } => new AttemptOutcome.Accepted(id),
            { NotBefore: { } notBefore } => new AttemptOutcome.Deferred(notBefore, report.ProviderCode),
            _ => new AttemptOutcome.Refused(report.Code ?? RefusalCodes.ProviderRefused, report.ProviderCode),
        };
        await CarryOn(
            report.MessageId,
            message => new RecordOutcome(message, report.AttemptId, outcome),
            options.Value.Rules(firstMessageIsConsent: true));
    }

    public async Task<bool> ResolveAttempt(string messageId)
    {
        await Carry(new ResolveAttempt(messageId), options.Value.Rules(firstMessageIsConsent: true));
        return _conversation.State.FindOpen(messageId) is not null;
    }
}
