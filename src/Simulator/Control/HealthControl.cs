using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Webhooks.Sending;
using MultiLine.Simulator.Webhooks;

namespace MultiLine.Simulator.Control;

/// <summary><c>GET /control/health</c>: the numbers to send from and whether webhooks flow.</summary>
internal static class HealthControl
{
    public static IResult Get(BusinessNumbers numbers, Subscriptions subscriptions, Handshake handshake, WebhookQueue webhooks) =>
        Results.Ok(
            new
            {
                Status = "ok",
                Numbers = numbers.All.Select(number => new
                {
                    number.Id,
                    number.DisplayNumber,
                    number.WabaId,
                }),
                Callback = subscriptions.AppCallback?.Url,
                CallbackVerified = subscriptions.AppCallback is { } callback && handshake.HasPassed(callback),
                PendingWebhooks = webhooks.CountPending(),
            }
        );
}
