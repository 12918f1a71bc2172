using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Sending;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Grains.Interfaces.Templates;
using MultiLine.Grains.Sending.Providers;
using MultiLine.Grains.Telemetry;
using MultiLine.Grains.Templates;
using Orleans.Concurrency;

namespace MultiLine.Grains.Sending;

/// <summary>
/// Takes one message through attempt, provider call and outcome. The call happens outside any turn of the conversation, and only with
/// the order that the conversation gave after it had made the attempt durable.
/// </summary>
[GrainType("dispatcher"), StatelessWorker(MaxDispatchers)]
public sealed class DispatcherGrain(
    WhatsAppClient whatsApp, IOptions<SendingLimits> limits, IEnumerable<IChannelSender> channels, TimeProvider time, IHostApplicationLifetime process,
    ILogger<DispatcherGrain> log)
    : Grain, IDispatcherGrain
{
    /// <summary>How many calls to the provider an organisation has under way at once.</summary>
    private const int MaxDispatchers = 64;

    /// <summary>
    /// How long a message rests that is due for the sender and not for its conversation: their clocks differ, or an attempt is open. At once
    /// would be a loop that uses the pair's tokens up.
    /// </summary>
    private static readonly TimeSpan BeforeNextLook = TimeSpan.FromSeconds(1);

    /// <summary>How long a message waits after a fault of ours.</summary>
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    /// <summary>Long enough for a fault of the storage to pass, and shorter than an attempt may stay open.</summary>
    private static readonly TimeSpan[] ReportAgainAfter =
        [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(20)];

    public async Task Dispatch(DispatchOrder order)
    {
        // A permit that has expired belongs to somebody else by now. And a process that stops begins nothing: the queue has the message.
        if (order.ExpiresAt <= time.GetUtcNow() || process.ApplicationStopping.IsCancellationRequested)
        {
            return;
        }

        var permit = new PermitReturn(order.Conversation, order.MessageId);
        try
        {
            permit = await Attempt(order, permit);
        }
        catch (Exception e)
        {
            log.DispatchFailed(e, order.MessageId, order.Conversation);
            permit = permit with { HoldFor = AfterFault };
        }

        await GrainFactory.GetGrain<ISenderGrain>(order.Sender).Release(permit);
    }

    /// <returns>The permit as it goes back.</returns>
    private async Task<PermitReturn> Attempt(DispatchOrder order, PermitReturn permit)
    {
        var conversation = GrainFactory.GetGrain<IConversationGrain>(order.Conversation);
        var attempt = new AttemptReport { MessageId = order.MessageId, AttemptId = Ids.New(time) };
        var sender = SenderKey.Parse(order.Sender);
        var channel = channels.FirstOrDefault(channel => channel.Channel == sender.Channel);
        AttemptOrder started;
        OutboundMessage? message;
        string? origin;
        try
        {
            if (await conversation.StartAttempt(attempt.MessageId, attempt.AttemptId) is not { } begun)
            {
                return await conversation.ResolveAttempt(order.MessageId) ? permit with { HoldFor = BeforeNextLook } : permit;
            }

            started = begun;
            origin = started.TraceParent;
            message = channel is null ? await ToMessage(order, started) : null;
        }
        catch (Exception e)
        {
            // Surely nothing went out, whether the attempt has begun by now or not; if it has not, the report finds nothing to end.
            log.AttemptNotMade(e, attempt.AttemptId, order.MessageId, order.Conversation);
            await End(conversation, attempt with { NotBefore = time.GetUtcNow() + AfterFault });
            return permit with { HoldFor = AfterFault };
        }

        using var span = Spans.Attempt(order.MessageId, origin);
        if (channel is not null)
        {
            var (report, pause) = await channel.Send(sender.Number, started, attempt);
            if (report is not null)
            {
                await End(conversation, report);
            }

            return permit with { Pause = pause };
        }

        if (message is null)
        {
            await End(conversation, attempt with { Code = RefusalCodes.TemplateNotApproved });
            return permit;
        }

        var outcome = await whatsApp.SendAsync(message, CancellationToken.None);
        if (AttemptReports.Of(attempt, outcome, time.GetUtcNow(), limits.Value.PauseFor) is { } answer)
        {
            await End(conversation, answer);
        }

        switch (outcome)
        {
            case SendOutcome.Accepted accepted:
                await Learn(order.Conversation, accepted);
                return permit;
            case SendOutcome.NumberPaused { BusinessInitiatedOnly: false } paused:
                return permit with { Pause = new NumberPause(paused.ProviderCode, time.GetUtcNow()) };
            case SendOutcome.Unknown unknown:
                log.OutcomeUnknown(attempt.AttemptId, unknown.Reason.ToString(), unknown.ProviderCode);
                return permit;
            default:
                return permit;
        }
    }

    /// <summary>The provider may know the contact by another number or id than the one we wrote to.</summary>
    private Task Learn(string conversation, SendOutcome.Accepted accepted)
    {
        var (organization, _, contact) = ConversationKey.Parse(conversation);
        return GrainFactory.GetGrain<IContactBookGrain>(organization).Learn(contact, accepted.WaId, accepted.UserId);
    }

    /// <summary>
    /// Reports again where it fails: without the report a sure answer would end as unknown. A process that stops is not kept waiting.
    /// </summary>
    private async Task End(IConversationGrain conversation, AttemptReport report)
    {
        foreach (var wait in ReportAgainAfter)
        {
            try
            {
                await conversation.EndAttempt(report);
                return;
            }
            catch (Exception e)
            {
                log.ReportNotTaken(e, report.AttemptId, wait);
                await Task.Delay(wait, time, process.ApplicationStopping)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }

        await conversation.EndAttempt(report);
    }

    /// <summary>What the provider is to be told; null where the catalogue does not have the template any more.</summary>
    private async Task<OutboundMessage?> ToMessage(DispatchOrder order, AttemptOrder attempt) => await ToBody(order, attempt) is { } body
        ? new OutboundMessage
        {
            PhoneNumberId = order.Sender[(order.Sender.LastIndexOf('/') + 1)..],
            // Where both are known the phone number is the more widely accepted address.
            To = attempt.Phone is { } phone ? new Recipient.Phone(phone) : new Recipient.UserId(attempt.Bsuid!),
            Body = body,
            CallbackData = attempt.AttemptId,
            EarlierTries = attempt.EarlierAttempts,
        }
        : null;

    private async Task<MessageBody?> ToBody(DispatchOrder order, AttemptOrder attempt) => attempt.Template is { } template
        ? await ToTemplate(ConversationKey.Parse(order.Conversation).Organization, template, attempt.ButtonPayloads)
        : new MessageBody.Text(attempt.Text!);

    private async Task<MessageBody.Template?> ToTemplate(string organization, TemplateChoice choice, IReadOnlyList<string> payloads)
    {
        if (await GrainFactory.GetGrain<ITemplateCatalogGrain>(organization).Find(choice.Name, choice.Language) is not { } found)
        {
            return null;
        }

        var template = found.ToTemplate();
        var header = template.HeaderVariables;
        var body = template.BodyVariables;
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
