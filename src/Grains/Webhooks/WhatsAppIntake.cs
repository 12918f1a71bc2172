using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Telemetry;
using MultiLine.Storage.Content;
using MultiLine.Storage.RawInbox;

namespace MultiLine.Grains.Webhooks;

/// <summary>
/// Walks a webhook's items: each to its conversation or catalogue, and whatever belongs to nobody to the raw inbox. Items of one sender
/// keep their order, others go side by side, and none is held up by another that fails.
/// </summary>
public sealed class WhatsAppIntake(
    WhatsAppAttribution attribution, IRawInbox rawInbox, ContentSealer sealer, Measures measures, TimeProvider time, ILogger<WhatsAppIntake> log)
{
    public const string Provider = "whatsapp";

    /// <summary>Returns when every item is durable.</summary>
    /// <exception cref="AggregateException">Some could not be stored; those that were are duplicates when they come again.</exception>
    public async Task<(int Taken, int KeptRaw)> Take(ReadOnlyMemory<byte> body)
    {
        var start = time.GetTimestamp();
        var lanes = WebhookLanes.Of(WebhookParser.Parse(body)).Select(TakeInOrder);
        var results = await Task.WhenAll(lanes);
        measures.Webhook(Provider, time.GetElapsedTime(start));
        if (results.Select(result => result.Failure).OfType<Exception>().ToList() is { Count: > 0 } failures)
        {
            throw new AggregateException(failures);
        }

        return (results.Sum(result => result.Taken), results.Sum(result => result.KeptRaw));
    }

    /// <summary>Takes an item in if it belongs to somebody and can be taken in; otherwise says why not.</summary>
    public async Task<string?> Attribute(WebhookItem item)
    {
        try
        {
            return await attribution.Take(item);
        }
        catch (Exception e) when (!PassingFaults.Includes(e))
        {
            // Sent again it would fail again, for days, and hold up what follows it.
            log.ItemFailed(e.GetType(), e.StackTrace);
            return RawReasons.Failed;
        }
    }

    private async Task<(int Taken, int KeptRaw, Exception? Failure)> TakeInOrder(IReadOnlyList<WebhookItem> items)
    {
        var (taken, keptRaw) = (0, 0);
        try
        {
            foreach (var item in items)
            {
                if (await Attribute(item) is { } reason)
                {
                    await Keep(item, reason);
                    measures.WebhookItem("kept_raw");
                    keptRaw++;
                }
                else
                {
                    measures.WebhookItem("taken");
                    taken++;
                }
            }

            return (taken, keptRaw, null);
        }
        catch (Exception e)
        {
            measures.WebhookItem("not_taken");
            log.ItemNotTaken(e);
            return (taken, keptRaw, e);
        }
    }

    private async Task Keep(WebhookItem item, string reason)
    {
        log.KeptRaw(reason);
        if (item is UnhandledItem { ProviderCode: { } code })
        {
            log.ProviderErrorTold(code);
        }

        var bytes = item.ToWebhook();
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var box = await sealer.SealAsync(GrainKeys.SystemOrganization, SealingContext.RawItem(Provider, digest), bytes);
        await rawInbox.AddAsync(new RawItem(Provider, digest, reason, box, time.GetUtcNow()));
    }
}
