using System.Text;
using Microsoft.Extensions.Options;
using MultiLine.Connectors.Sms;
using MultiLine.Connectors.Sms.Webhooks;
using MultiLine.Grains.Interfaces.Webhooks;
using Orleans.Concurrency;

namespace MultiLine.Grains.Webhooks.Sms;

/// <summary>Checks what the SMS provider posts and hands it to the intake.</summary>
[GrainType("sms-webhook"), StatelessWorker(MaxAtOnce)]
public sealed class SmsWebhookGrain(SmsIntake intake, IOptionsMonitor<SmsOptions> options) : Grain, ISmsWebhookGrain
{
    private const int MaxAtOnce = 256;

    public async Task<WebhookReceipt> Take(SmsWebhookDelivery delivery)
    {
        var settings = options.CurrentValue;
        if (!settings.Enabled
            || !SmsSignature.Verify(settings.Public(delivery.PathAndQuery), delivery.IsForm, delivery.Body, delivery.Signature, settings.AuthTokens))
        {
            return new WebhookReceipt(SignatureValid: false, 0, 0);
        }

        var query = delivery.PathAndQuery.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? delivery.PathAndQuery[(mark + 1)..] : "";
        var taken = await intake.Take(SmsWebhook.Join(delivery.Body, Encoding.UTF8.GetBytes(query)));
        return new WebhookReceipt(SignatureValid: true, taken ? 1 : 0, taken ? 0 : 1);
    }
}
