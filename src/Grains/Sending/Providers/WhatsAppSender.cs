using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Sending;
using MultiLine.Connectors;
using MultiLine.Domain;
using MultiLine.Domain.Templates;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Grains.Interfaces.Templates;
using MultiLine.Grains.Telemetry;
using MultiLine.Grains.Templates;

namespace MultiLine.Grains.Sending.Providers;

/// <summary>Sends on WhatsApp.</summary>
public sealed class WhatsAppSender(
    WhatsAppClient client, IGrainFactory grains, IOptions<SendingLimits> limits, TimeProvider time, ILogger<WhatsAppSender> log) : IChannelSender
{
    public Channel Channel => Channel.WhatsApp;

    public async Task<PreparedCall> Prepare(SenderKey sender, AttemptOrder order)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(order);
        MessageBody? body = order switch
        {
            { Template: { } template } => await ToTemplate(sender.Organization, template, order.ButtonPayloads),
            { Buttons: [] } => new MessageBody.Text(order.Text!, order.PreviewLinks),
            _ => new MessageBody.Buttons(order.Text!, [.. order.Buttons.Select(button => new ReplyButton(button.Id, button.Title))]),
        };
        return body is null
            ? new PreparedCall.Impossible(RefusalCodes.TemplateNotApproved)
            : new PreparedCall.Ready(attempt => Send(attempt, ToMessage(sender.Number, order, body)));
    }

    private async Task<ProviderAnswer> Send(AttemptReport attempt, OutboundMessage message)
    {
        var outcome = await client.SendAsync(message, CancellationToken.None);
        var answer = new ProviderAnswer(AttemptReports.Of(attempt, outcome, time.GetUtcNow(), limits.Value.PauseFor))
        {
            Fault = FaultOf(outcome),
            Served = Served(outcome),
        };
        switch (outcome)
        {
            case SendOutcome.Accepted accepted:
                return answer with { Called = (accepted.WaId, accepted.UserId) };
            case SendOutcome.NumberPaused { BusinessInitiatedOnly: false } paused:
                return answer with { Pause = new NumberPause(paused.ProviderCode, time.GetUtcNow()) };
            case SendOutcome.TryAgain { Limit: MessageLimit.Number or MessageLimit.Contact } again:
                return answer with { UsedUp = Words.Of(again.Limit!.Value) };
            case SendOutcome.Unknown unknown:
                log.OutcomeUnknown(attempt.AttemptId, unknown.Reason.ToString(), unknown.ProviderCode);
                return answer;
            default:
                return answer;
        }
    }

    private static bool? Served(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Unknown or SendOutcome.TryAgain { ProviderCode: null } or SendOutcome.TryAgain { Limit: MessageLimit.Number or MessageLimit.Calls } => false,
        SendOutcome.NumberPaused => null,
        _ => true,
    };

    private static ProviderFault? FaultOf(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Refused refused => new ProviderFault("refused", refused.ProviderCode),
        SendOutcome.TryAgain again => new ProviderFault("try_again", again.ProviderCode),
        SendOutcome.NumberPaused paused => new ProviderFault("number_paused", paused.ProviderCode),
        SendOutcome.Unknown unknown => new ProviderFault(Words.Of(unknown.Reason), unknown.ProviderCode),
        _ => null,
    };

    private static OutboundMessage ToMessage(string number, AttemptOrder order, MessageBody body) => new()
    {
        PhoneNumberId = number,
        // Where both are known the phone number is the more widely accepted address.
        To = order.Phone is { } phone ? new Recipient.Phone(phone) : new Recipient.UserId(order.Bsuid!),
        Body = body,
        CallbackData = order.AttemptId,
        ReplyTo = order.ReplyTo,
        Earlier = new Deferrals(order.EarlierAttempts, order.DeferredBy),
    };

    /// <summary>Null where the catalogue does not have the template any more.</summary>
    private async Task<MessageBody.Template?> ToTemplate(string organization, TemplateChoice choice, IReadOnlyList<string> payloads)
    {
        if (await grains.GetGrain<ITemplateCatalogGrain>(organization).Find(choice.Name, choice.Language) is not { } found)
        {
            return null;
        }

        var template = found.ToTemplate();
        var values = template.Take(choice.Parameters);
        var quickReplies = Enumerable.Range(0, template.Buttons.Length).Where(place => template.Buttons[place].Kind == TemplateButtonKind.QuickReply);
        return new MessageBody.Template(choice.Name, choice.Language)
        {
            Header = [.. values.Header.Zip(template.HeaderVariables, Parameter)],
            Body = [.. values.Body.Zip(template.BodyVariables, Parameter)],
            ButtonValues =
            [
                .. quickReplies.Zip(payloads, (place, payload) => new TemplateButtonValue(place, TemplateButtonValueKind.QuickReplyPayload, payload)),
                .. template.ButtonVariables.Zip(values.Buttons, (place, value) => new TemplateButtonValue(place, ValueOf(template.Buttons[place]), value)),
            ],
        };
    }

    /// <summary>The button of a one-time password is addressed as one that opens a page.</summary>
    private static TemplateButtonValueKind ValueOf(TemplateButton button) =>
        button.Kind == TemplateButtonKind.CopyCode ? TemplateButtonValueKind.CouponCode : TemplateButtonValueKind.UrlVariable;

    /// <summary>Variables with numbers go by their position, others by their name.</summary>
    private static TemplateParameter Parameter(string value, string variable) =>
        new(value, variable.All(char.IsAsciiDigit) ? null : variable);
}
