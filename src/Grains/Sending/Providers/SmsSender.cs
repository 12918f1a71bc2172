using Microsoft.Extensions.Options;
using MultiLine.Connectors.Sms;
using MultiLine.Connectors.Sms.Sending;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Sending;

namespace MultiLine.Grains.Sending.Providers;

/// <summary>Sends by SMS.</summary>
public sealed class SmsSender(SmsClient client, IOptionsMonitor<SmsOptions> options, TimeProvider time) : IChannelSender
{
    /// <summary>How long a message waits when its number is paused; the number itself decides when it goes on.</summary>
    private static readonly TimeSpan WaitForNumber = TimeSpan.FromSeconds(1);

    public Channel Channel => Channel.Sms;

    public async Task<ProviderAnswer> Send(string number, AttemptOrder order, AttemptReport attempt)
    {
        if (!options.CurrentValue.Enabled)
        {
            return new ProviderAnswer(attempt with { Code = RefusalCodes.SmsNotEnabled });
        }

        if (order is not { Phone: { } phone, Text: { } text })
        {
            return new ProviderAnswer(attempt with { Code = RefusalCodes.NoPhoneNumber });
        }

        var outcome = await client.SendAsync(
            new OutboundSms { From = number, To = phone, Text = text, AttemptId = attempt.AttemptId, EarlierTries = order.EarlierAttempts },
            CancellationToken.None);
        var now = time.GetUtcNow();
        return outcome switch
        {
            SmsOutcome.Accepted accepted => new ProviderAnswer(attempt with { ProviderMessageId = accepted.Sid }),
            SmsOutcome.Refused refused => new ProviderAnswer(attempt with { Code = Code(refused.Handling), ProviderCode = refused.ProviderCode }),
            SmsOutcome.TryAgain again => new ProviderAnswer(attempt with { NotBefore = now + again.After, ProviderCode = again.ProviderCode }),
            SmsOutcome.NumberPaused paused => new ProviderAnswer(
                attempt with { NotBefore = now + WaitForNumber, ProviderCode = paused.ProviderCode }, new NumberPause(paused.ProviderCode, now)),
            _ => new ProviderAnswer(Report: null),
        };
    }

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
