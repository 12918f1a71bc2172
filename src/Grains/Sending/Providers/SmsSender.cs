using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MultiLine.Connectors;
using MultiLine.Connectors.Sms;
using MultiLine.Connectors.Sms.Sending;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Grains.Telemetry;

namespace MultiLine.Grains.Sending.Providers;

/// <summary>Sends by SMS.</summary>
public sealed class SmsSender(SmsClient client, IOptionsMonitor<SmsOptions> options, TimeProvider time, ILogger<SmsSender> log) : IChannelSender
{
    public Channel Channel => Channel.Sms;

    public Task<PreparedCall> Prepare(SenderKey sender, AttemptOrder order)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(order);
        PreparedCall call = order switch
        {
            _ when !options.CurrentValue.Enabled => new PreparedCall.Impossible(RefusalCodes.SmsNotEnabled),
            { Phone: { } phone, Text: { } text } => new PreparedCall.Ready(attempt => Send(attempt, new OutboundSms
            {
                From = sender.Number,
                To = phone,
                Text = text,
                AttemptId = attempt.AttemptId,
                Earlier = new Deferrals(order.EarlierAttempts, order.DeferredBy),
            })),
            _ => new PreparedCall.Impossible(RefusalCodes.NoPhoneNumber),
        };
        return Task.FromResult(call);
    }

    private async Task<ProviderAnswer> Send(AttemptReport attempt, OutboundSms sms)
    {
        var outcome = await client.SendAsync(sms, CancellationToken.None);
        return Answer(attempt, outcome) with { Fault = FaultOf(outcome), Served = Served(outcome) };
    }

    private ProviderAnswer Answer(AttemptReport attempt, SmsOutcome outcome)
    {
        var now = time.GetUtcNow();
        switch (outcome)
        {
            case SmsOutcome.Accepted accepted:
                return new ProviderAnswer(attempt with { ProviderMessageId = accepted.Sid });
            case SmsOutcome.Refused refused:
                return new ProviderAnswer(attempt with { Code = Code(refused.Handling), ProviderCode = refused.ProviderCode });
            case SmsOutcome.TryAgain again:
                return new ProviderAnswer(attempt with { NotBefore = now + again.After, ProviderCode = again.ProviderCode });
            case SmsOutcome.NumberPaused paused:
                return new ProviderAnswer(attempt with { NotBefore = now + AttemptReports.WaitForNumber, ProviderCode = paused.ProviderCode })
                {
                    Pause = new NumberPause(paused.ProviderCode, now),
                };
            case SmsOutcome.Unknown unknown:
                log.OutcomeUnknown(attempt.AttemptId, unknown.Reason.ToString(), unknown.ProviderCode);
                return new ProviderAnswer(Report: null);
            default:
                throw new InvalidOperationException($"Nothing is known of the outcome {outcome.GetType().Name}.");
        }
    }

    private static bool? Served(SmsOutcome outcome) => outcome switch
    {
        SmsOutcome.Unknown or SmsOutcome.TryAgain { ProviderCode: null } => false,
        SmsOutcome.NumberPaused => null,
        _ => true,
    };

    private static ProviderFault? FaultOf(SmsOutcome outcome) => outcome switch
    {
        SmsOutcome.Refused refused => new ProviderFault("refused", refused.ProviderCode),
        SmsOutcome.TryAgain again => new ProviderFault("try_again", again.ProviderCode),
        SmsOutcome.NumberPaused paused => new ProviderFault("number_paused", paused.ProviderCode),
        SmsOutcome.Unknown unknown => new ProviderFault(Words.Of(unknown.Reason), unknown.ProviderCode),
        _ => null,
    };

    /// <summary>Our reason for a code of the provider, as it stands in a status.</summary>
    public static string Code(int? providerCode) =>
        Code(providerCode is { } code ? SmsErrors.For(code)?.Handling ?? SmsHandling.NotDelivered : SmsHandling.NotDelivered);

    private static string Code(SmsHandling handling) => handling switch
    {
        SmsHandling.NoSms => RefusalCodes.NotOnSms,
        SmsHandling.OptedOut => RefusalCodes.ConsentDeclined,
        SmsHandling.NotDelivered => RefusalCodes.SmsNotDelivered,
        SmsHandling.PauseNumber => RefusalCodes.NumberRestricted,
        SmsHandling.TryAgain => RefusalCodes.RateLimited,
        _ => RefusalCodes.ProviderRefused,
    };
}
