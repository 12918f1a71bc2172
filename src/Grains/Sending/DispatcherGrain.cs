using Microsoft.Extensions.Logging;
using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Sending;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Grains.Interfaces.Templates;
using MultiLine.Grains.Templates;
using Orleans.Concurrency;

namespace MultiLine.Grains.Sending;

/// <summary>
/// Takes one message through attempt, provider call and outcome. The call happens outside any turn of the conversation, and only with
/// the order that the conversation gave after it had made the attempt durable.
/// </summary>
[GrainType("dispatcher"), StatelessWorker(MaxDispatchers)]
public sealed class DispatcherGrain(WhatsAppClient whatsApp, TimeProvider time, ILogger<DispatcherGrain> log) : Grain, IDispatcherGrain
{
    /// <summary>How many calls to the provider an organisation has under way at once.</summary>
    private const int MaxDispatchers = 64;

    public async Task Dispatch(DispatchOrder order)
    {
        NumberPause? pause = null;
        try
        {
            // A permit that has expired belongs to somebody else by now.
            if (time.GetUtcNow() < order.ExpiresAt)
            {
                pause = await Attempt(order);
            }
        }
        catch (Exception e)
        {
            log.DispatchFailed(e, order.MessageId, order.Conversation);
        }

        await GrainFactory.GetGrain<ISenderGrain>(order.Sender).Release(new PermitReturn(order.Conversation, order.MessageId, pause));
    }

    private async Task<NumberPause?> Attempt(DispatchOrder order)
    {
        var conversation = GrainFactory.GetGrain<IConversationGrain>(order.Conversation);
        if (await conversation.StartAttempt(order.MessageId) is not { } attempt)
        {
            await conversation.ResolveAttempt(order.MessageId);
            return null;
        }

        var outcome = await whatsApp.SendAsync(await ToMessage(order, attempt), CancellationToken.None);
        if (AttemptReports.Of(attempt, outcome, time.GetUtcNow()) is { } report)
        {
            await conversation.EndAttempt(report);
        }

        switch (outcome)
        {
            case SendOutcome.Accepted accepted:
                var (organization, _, contact) = ConversationKey.Parse(order.Conversation);
                await GrainFactory.GetGrain<IContactBookGrain>(organization).Learn(contact, accepted.WaId, accepted.UserId);
                return null;
            case SendOutcome.NumberPaused paused:
                return new NumberPause(paused.ProviderCode, time.GetUtcNow());
            case SendOutcome.Unknown unknown:
                log.OutcomeUnknown(attempt.AttemptId, unknown.Reason.ToString(), unknown.ProviderCode);
                return null;
            default:
                return null;
        }
    }

    private async Task<OutboundMessage> ToMessage(DispatchOrder order, AttemptOrder attempt) => new()
    {
        PhoneNumberId = order.Sender[(order.Sender.LastIndexOf('/') + 1)..],
        // Where both are known the phone number is the more widely accepted address.
        To = attempt.Phone is { } phone ? new Recipient.Phone(phone) : new Recipient.UserId(attempt.Bsuid!),
        Body = attempt.Template is { } template
            ? await ToTemplate(ConversationKey.Parse(order.Conversation).Organization, template, attempt.ButtonPayloads)
            : new MessageBody.Text(attempt.Text!),
        CallbackData = attempt.AttemptId,
        EarlierTries = attempt.EarlierAttempts,
    };

    private async Task<MessageBody.Template> ToTemplate(string organization, TemplateChoice choice, IReadOnlyList<string> payloads)
    {
        var found = await GrainFactory.GetGrain<ITemplateCatalogGrain>(organization).Find(choice.Name, choice.Language);
        var template = found?.ToTemplate();
        var header = template?.HeaderVariables ?? [];
        var body = template?.BodyVariables ?? [];
        return new MessageBody.Template(choice.Name, choice.Language)
        {
            Header = [.. choice.Parameters.Take(header.Length).Select((value, index) => Parameter(value, header[index]))],
            Body = [.. choice.Parameters.Skip(header.Length).Select((value, index) => Parameter(value, index < body.Length ? body[index] : "1"))],
            QuickReplyPayloads = payloads,
        };
    }

    /// <summary>Variables with numbers go by their position, others by their name.</summary>
    private static TemplateParameter Parameter(string value, string variable) =>
        new(value, variable.All(char.IsAsciiDigit) ? null : variable);
}
