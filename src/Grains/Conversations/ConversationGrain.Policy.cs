using MultiLine.Domain;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;
using MultiLine.Domain.Policy;
using MultiLine.Domain.Policy.Inspection;
using MultiLine.Domain.Policy.Rules;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Grains.Conversations;

/// <summary>What policy makes of messages.</summary>
public sealed partial class ConversationGrain
{
    /// <param name="around">Which policies apply.</param>
    /// <param name="channel">On which it would go.</param>
    /// <param name="person">Who writes it.</param>
    /// <param name="content">As it is written.</param>
    /// <param name="template">The template, where it is one.</param>
    private async Task<InspectedMessage> InspectOutbound(
        Surroundings around, Channel channel, string person, MessageContent content, TemplateToSend? template)
    {
        if (await policies.GetAsync(around.Settings.Policies) is not { } policy)
        {
            return InspectedMessage.Clear(content);
        }

        var subject = new Subject(Direction.Out, channel, content) { People = [person] };
        return InspectedMessage.Of(content, template is { Found: { } found }
            ? TemplateInspection.Inspect(policy, subject, found)
            : Inspected.Of(content, policy.Inspect(subject)));
    }

    private Task<InspectedMessage> InspectInbound(SendingSettings settings, Channel channel, MessageContent content) =>
        Inspect(settings, Direction.In, channel, content);

    /// <summary>One of ours wrote it elsewhere, and it has gone out: who it was is not known.</summary>
    private Task<InspectedMessage> InspectEcho(SendingSettings settings, Channel channel, MessageContent content) =>
        Inspect(settings, Direction.Out, channel, content);

    private async Task<InspectedMessage> Inspect(SendingSettings settings, Direction direction, Channel channel, MessageContent content) =>
        await policies.GetAsync(settings.Policies) is { } policy
            ? InspectedMessage.Of(
                content, Inspected.Of(content, policy.Inspect(new Subject(direction, channel, content) { People = settings.LinePeople })))
            : InspectedMessage.Clear(content);

    public async Task<Refused?> JudgeFile(FileFacts file)
    {
        if (await Find(file.MessageId) is not { } message)
        {
            return null;
        }

        var around = await _surroundings.Look(person: null, message.Channel);
        var version = message.Edit?.Version ?? message.ContentVersion;
        if (await policies.GetAsync(around.Settings.Policies) is not { } policy
            || (await journal.ReadContentsAsync(Key, [version])).GetValueOrDefault(version) is not { } content)
        {
            return null;
        }

        var verdict = policy.Inspect(new Subject(message.Inbound ? Direction.In : Direction.Out, message.Channel, content)
        {
            People = message.Author is { } author ? [author] : around.Settings.LinePeople,
            SniffedType = file.Type,
            AttachmentSize = file.Length,
        });
        return verdict.HidesAttachment && verdict.Mark() is { } mark ? Words.Of(PolicyWords.FileWithheld(mark, around.Facts.PolicyContacts)) : null;
    }

    /// <summary>What the policy of now finds in a person's message that was taken before.</summary>
    private async Task<PolicyMark?> InspectAgain(Surroundings around, MessageView message, MessageContent? content)
    {
        if (message is not { Author: { } author, Kind: OutboundKind.Text or OutboundKind.Template }
            || content is null
            || await policies.GetAsync(around.Settings.Policies) is not { } policy)
        {
            return null;
        }

        var subject = new Subject(Direction.Out, message.Channel, content) { People = [author] };
        return message.Template is { } template && await _surroundings.FindTemplate(template.Name, template.Language) is { } found
            ? TemplateInspection.Inspect(policy, subject, found).Found
            : policy.Inspect(subject).Mark();
    }
}
