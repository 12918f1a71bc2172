using MultiLine.Simulator.Faults;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.Sms;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Webhooks.Sending;

/// <summary>
/// Sends what is in the <see cref="WebhookQueue"/>, one webhook at a time in each lane, and again with growing pauses until it is
/// answered 200.
/// </summary>
internal sealed class WebhookSender(
    WebhookQueue queue,
    Subscriptions subscriptions,
    Handshake handshake,
    SmsCallbacks sms,
    WebhookPost post,
    FaultBox faults,
    SimulatorOptions options,
    TimeProvider time,
    ILogger<WebhookSender> log
) : BackgroundService
{
    public const string ClientName = "webhooks";

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([
            VerifyCallbackAsync(stoppingToken),
            .. Enumerable.Range(0, WebhookQueue.Lanes).Select(lane => SendLaneAsync(lane, stoppingToken)),
        ]);

    /// <summary>The configured callback is verified as soon as the business is up, not only when there is something to tell.</summary>
    private async Task VerifyCallbackAsync(CancellationToken stop)
    {
        while (subscriptions.AppCallback is { } callback && await handshake.RefusalAsync(callback, stop) is not null)
            await Task.Delay(options.Webhooks.FirstRetry, time, stop);
    }

    private async Task SendLaneAsync(int lane, CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            var next = queue.First(lane);
            if (next is null || next.Due > time.GetUtcNow().Milliseconds())
                await queue.BellOf(lane).WaitAsync(next is null ? null : Stored.Time(next.Due), stop);
            else if (faults.OutageAt(time.GetUtcNow()) is { } end)
                await queue.BellOf(lane).WaitAsync(end, stop);
            else
                await SendAsync(queue.BatchOf(next), stop);
        }
    }

    private async Task SendAsync(IReadOnlyList<QueuedWebhook> webhooks, CancellationToken stop)
    {
        var outcome = await TryAsync(webhooks, stop);
        var first = webhooks[0];
        if (outcome is null)
        {
            queue.Delivered(webhooks);
        }
        else if (Stored.Time(first.Created) + options.Webhooks.GiveUpAfter <= time.GetUtcNow())
        {
            queue.GiveUp(webhooks, outcome);
            log.WebhookGivenUp(first.Id, outcome);
        }
        else
        {
            queue.TryAgain(webhooks, outcome, WaitAfter(first.Attempts));
            log.WebhookFailed(first.Id, first.Attempts + 1, outcome);
        }
    }

    /// <summary>Null if the endpoint answered 200; otherwise what happened instead.</summary>
    private async Task<string?> TryAsync(IReadOnlyList<QueuedWebhook> webhooks, CancellationToken stop)
    {
        if (webhooks[0].Field == SmsCallbacks.Field)
            return await sms.TryAsync(webhooks, stop);
        if (subscriptions.CallbackOf(webhooks[0].Waba) is not { } callback)
            return "no callback is configured";
        if (await handshake.RefusalAsync(callback, stop) is { } refusal)
            return $"handshake: {refusal}";

        return await post.TryAsync(callback.Url, WebhookBody.Of(webhooks), stop);
    }

    private TimeSpan WaitAfter(long attempts)
    {
        var wait = options.Webhooks.FirstRetry * Math.Pow(2, Math.Min(attempts, 30));
        return wait < options.Webhooks.LongestRetry ? wait : options.Webhooks.LongestRetry;
    }
}

internal static class WebhooksRegistration
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services
            .AddHttpClient(WebhookSender.ClientName)
            .RemoveAllLoggers()
            .ConfigureHttpClient((provider, client) => client.Timeout = provider.GetRequiredService<SimulatorOptions>().Webhooks.Timeout);
        return services
            .AddSingleton<Subscriptions>()
            .AddSingleton<AppSecret>()
            .AddSingleton<Handshake>()
            .AddSingleton<WebhookPost>()
            .AddSingleton<WebhookGathering>()
            .AddSingleton<WebhookQueue>()
            .AddHostedService<WebhookSender>();
    }
}
