using System.Security.Cryptography;
using MultiLine.Domain;
using MultiLine.Domain.Consent;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Organizations;
using MultiLine.Storage.Conversations;

namespace MultiLine.Cli.Demonstration.Telling;

/// <summary>What the client does.</summary>
internal sealed partial class Narrator
{
    private const int WamidLength = 24;

    /// <summary>From the phone to us.</summary>
    private static readonly TimeSpan WebhookDelay = TimeSpan.FromMilliseconds(640);

    private async Task TapAsync(Act.Tap tap)
    {
        var asked = _conversation.State[Channel.WhatsApp].Consent.AskedBy
            ?? throw new InvalidOperationException($"{script.Client.Name} has no opt-in request to tap on.");
        var request = await journal.FindMessageAsync(conversation, asked);
        var text = organization.OptIns().First(text => text.Language == script.Client.Language);
        await ReceiveAsync(
            "button",
            new MessageContent
            {
                Text = tap.Accept ? text.Accept : text.Decline,
                ButtonPayload = tap.Accept ? OptInPayload.Yes(asked) : OptInPayload.No(asked),
            },
            request!.ProviderMessageId);
    }

    private Task ReceiveAsync(string kind, MessageContent content, string? inReplyTo)
    {
        var providerAt = WholeSecond(_agenda.Now);
        _agenda.After(WebhookDelay, () => TakeInAsync(kind, content, inReplyTo, providerAt));
        return Task.CompletedTask;
    }

    private Task TakeInAsync(string kind, MessageContent content, string? inReplyTo, DateTimeOffset providerAt)
    {
        var received = Salt(content);
        var (request, requestContent) = DraftOptIn();
        var confirmation = Salt(new MessageContent { Text = organization.StopConfirmation });
        var command = new ReceiveMessage
        {
            MessageId = NewId(),
            Channel = Channel.WhatsApp,
            Number = Number,
            ProviderMessageId = NewWamid(),
            ProviderAt = providerAt,
            Kind = kind,
            InReplyTo = inReplyTo,
            Commitment = received.Commitment,
            Text = content.Text,
            ButtonPayload = content.ButtonPayload,
            Sender = Aliases,
            OptIn = new PreparedOptIn(new TemplateReference(request.Template!.Name, request.Template.Language), request.Message!),
            StopConfirmation = new PreparedMessage(NewId(), confirmation.Commitment),
        };
        return CarryAsync(command, decision => new JournalEntry(decision.Events) { Contents = [received, requestContent, confirmation] });
    }

    /// <summary>The provider's times have a resolution of one second.</summary>
    private static DateTimeOffset WholeSecond(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    private static string NewWamid() => $"wamid.{Convert.ToBase64String(RandomNumberGenerator.GetBytes(WamidLength))}";
}
