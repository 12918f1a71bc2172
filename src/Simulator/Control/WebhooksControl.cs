using System.Text.Json.Nodes;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.State;
using MultiLine.Simulator.Webhooks.Sending;
using MultiLine.Simulator.Webhooks;

namespace MultiLine.Simulator.Control;

internal sealed record SecretRequest(string? Secret);

/// <summary><c>/control/webhooks</c>: the callback, what was sent to it, and bodies of one's own.</summary>
internal static class WebhooksControl
{
    public static void MapWebhooks(this RouteGroupBuilder control)
    {
        control.MapGet(
            "/",
            (bool? pending, long? after, int? limit, WebhookQueue webhooks) =>
                webhooks.List(pending ?? false, after ?? 0, Math.Clamp(limit ?? 100, 1, 1000)).Select(View)
        );
        control.MapPut("/callback", SetCallbackAsync);
        control.MapPut("/secret", ResetSecret);
        control.MapPost("/raw", SendRaw);
    }

    public static object View(QueuedWebhook webhook) =>
        new
        {
            webhook.Id,
            webhook.Field,
            webhook.Subject,
            Status = webhook.Value is JsonObject value ? (string?)value["statuses"]?[0]?["status"] : null,
            Created = Stored.Time(webhook.Created),
            webhook.Attempts,
            webhook.Outcome,
            Ended = webhook.Ended is { } ended ? Stored.Time(ended) : (DateTimeOffset?)null,
            webhook.Value,
        };

    private static async Task<IResult> SetCallbackAsync(
        Callback callback,
        Subscriptions subscriptions,
        Handshake handshake,
        CancellationToken stop
    )
    {
        if (!Uri.TryCreate(callback.Url, UriKind.Absolute, out _))
            return ControlApi.Invalid("'url' must be an absolute address.");
        if (await handshake.ChallengeAsync(callback, stop) is { } reason)
            return Results.Problem($"The handshake failed: {reason}", statusCode: StatusCodes.Status422UnprocessableEntity);

        subscriptions.SetAppCallback(callback);
        return Results.Ok(callback);
    }

    /// <summary>Webhooks are signed with it from now on, those that are repeated too.</summary>
    private static IResult ResetSecret(SecretRequest request, AppSecret secret)
    {
        if (string.IsNullOrEmpty(request.Secret))
            return ControlApi.Invalid("'secret' must not be empty.");

        secret.Reset(request.Secret);
        return Results.NoContent();
    }

    /// <summary>Any JSON value, signed and repeated like every other webhook.</summary>
    private static async Task<IResult> SendRaw(HttpRequest request, string? wabaId, BusinessNumbers numbers, WebhookQueue webhooks)
    {
        try
        {
            var body = await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            webhooks.Add(Webhook.Raw(wabaId ?? numbers.All[0].WabaId, body));
            return Results.Accepted();
        }
        catch (System.Text.Json.JsonException notJson)
        {
            return ControlApi.Invalid(notJson.Message);
        }
    }
}
