using MultiLine.Cli.Demonstration.Cast;
using MultiLine.Domain;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Organizations;
using MultiLine.Storage.Conversations;

namespace MultiLine.Cli.Demonstration.Telling;

/// <summary>What people of the bank do.</summary>
internal sealed partial class Narrator
{
    private Task AskAsync(Act.Ask ask)
    {
        var (request, content) = DraftOptIn();
        _fates[request.Message!.MessageId] = ask.Fate;
        if (ask.Text is { } text)
            return SendAsync(ask.By, new MessageContent { Text = text }, template: null, (new OptInOffer(ask.Basis, request), content), ask.Fate);

        var command = new AskConsent
        {
            Channel = Channel.WhatsApp, Author = ask.By.Id, Basis = ask.Basis, Request = request, Facts = Facts(ask.By),
        };
        return CarryAsync(command, decision => new JournalEntry(decision.Events)
        {
            Contents = [content], Request = NewRequest(ask.By),
        });
    }

    private Task SendTemplateAsync(Act.SendTemplate send)
    {
        var content = new MessageContent
        {
            Text = send.Template.Render(send.Values).Text, Buttons = send.Template.ButtonTitles, Parameters = send.Values,
        };
        var template = new TemplateToSend(send.Template.Name, send.Template.Language, send.Template, send.Values);
        return SendAsync(send.By, content, template, optIn: null, send.Fate);
    }

    private Task SendAsync(
        Person by, MessageContent content, TemplateToSend? template, (OptInOffer Offer, SaltedContent Content)? optIn, Fate fate)
    {
        var salted = Salt(content);
        var command = new SendMessage
        {
            MessageId = NewId(),
            Channel = Channel.WhatsApp,
            Author = by.Id,
            Commitment = salted.Commitment,
            Text = template is null ? content.Text : null,
            Template = template,
            OptIn = optIn?.Offer,
            Facts = Facts(by),
        };
        _fates[command.MessageId] = fate;
        return CarryAsync(command, decision => new JournalEntry(decision.Events)
        {
            Contents = optIn is { } asked ? [salted, asked.Content] : [salted], Request = NewRequest(by),
        });
    }

    private async Task RetryAsync(Act.Retry retry)
    {
        var newest = (await journal.ReadThreadAsync(conversation, long.MaxValue, 1))[0];
        _fates[newest.MessageId] = retry.Fate;
        await CarryAsync(
            new RetryMessage(newest, retry.By.Id, Facts(retry.By)),
            decision => new JournalEntry(decision.Events) { Request = NewRequest(retry.By) });
    }

    private (OptInRequest Request, SaltedContent Content) DraftOptIn()
    {
        var template = Templates.OptInRequests(organization).First(request => request.Language == script.Client.Language);
        string[] values = [script.Client.Name, organization.Name];
        var content = Salt(new MessageContent { Text = template.Render(values).Text, Buttons = template.ButtonTitles, Parameters = values });
        return (new OptInRequest(template, new PreparedMessage(NewId(), content.Commitment)), content);
    }

    private SendingFacts Facts(Person by) => new(
        organization.MayUse(by.Id, conversation.Line, Channel.WhatsApp) ? Number : null, Aliases);

    private string Number => organization.SendingNumber(conversation.Line, Channel.WhatsApp)!;
}
