using Microsoft.Extensions.Options;
using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Grains.Interfaces.Webhooks;
using Orleans.Concurrency;

namespace MultiLine.Grains.Webhooks;

/// <summary>Checks what WhatsApp posts and hands it to the intake.</summary>
[GrainType("webhook"), StatelessWorker(MaxAtOnce)]
public sealed class WebhookGrain(WhatsAppIntake intake, IOptionsMonitor<WhatsAppOptions> options) : Grain, IWebhookGrain
{
    private const int MaxAtOnce = 256;

    public Task<string?> Handshake(string? mode, string? token, string? challenge) =>
        Task.FromResult(WebhookHandshake.Answer(mode, token, challenge, options.CurrentValue.VerifyToken));

    public async Task<WebhookReceipt> Take(WebhookDelivery delivery)
    {
        if (!WebhookSignature.Verify(delivery.Body, delivery.Signature, options.CurrentValue.AppSecrets))
        {
            return new WebhookReceipt(SignatureValid: false, 0, 0);
        }

        var (taken, keptRaw) = await intake.Take(delivery.Body);
        return new WebhookReceipt(SignatureValid: true, taken, keptRaw);
    }
}
