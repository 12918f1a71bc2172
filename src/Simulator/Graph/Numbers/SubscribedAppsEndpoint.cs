using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.Webhooks.Sending;
using MultiLine.Simulator.Webhooks;

namespace MultiLine.Simulator.Graph.Numbers;

/// <summary><c>/{waba-id}/subscribed_apps</c>: whether, and optionally where, the app is told of what happens in an account.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override"/></remarks>
internal static class SubscribedAppsEndpoint
{
    private sealed record SubscribeRequest(string? OverrideCallbackUri, string? VerifyToken);

    public static IResult List(
        string id,
        HttpRequest http,
        BusinessNumbers numbers,
        Subscriptions subscriptions,
        SimulatorOptions options
    ) =>
        numbers.HasWaba(id)
            ? GraphJson.Reply(new { Data = subscriptions.IsActive(id) ? new[] { App(id, subscriptions, options) } : [] })
            : GraphErrors.UnknownObject(http.Method, id).ToResult();

    public static async Task<IResult> SubscribeAsync(
        string id,
        HttpRequest http,
        BusinessNumbers numbers,
        Subscriptions subscriptions,
        Handshake handshake
    )
    {
        if (!numbers.HasWaba(id))
            return GraphErrors.UnknownObject(http.Method, id).ToResult();

        var body = await RequestBody.ReadIfAnyAsync(http, otherwise: new SubscribeRequest(null, null));
        if (body.IsRefused(out var refusal, out var request))
            return refusal.ToResult();
        if (request.OverrideCallbackUri is not { } url)
        {
            subscriptions.Subscribe(id, overriding: null);
            return GraphJson.Success;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out _))
            return GraphErrors.InvalidParameter("override_callback_uri is not an absolute address.").ToResult();
        if (request.VerifyToken is not { Length: > 0 } token)
            return GraphErrors.ParameterRequired("verify_token").ToResult();

        var callback = new Callback(url, token);
        if (await handshake.ChallengeAsync(callback, http.HttpContext.RequestAborted) is { } reason)
            return GraphErrors.CallbackRefused(reason).ToResult();

        subscriptions.Subscribe(id, callback);
        return GraphJson.Success;
    }

    public static IResult Unsubscribe(string id, HttpRequest http, BusinessNumbers numbers, Subscriptions subscriptions)
    {
        if (!numbers.HasWaba(id))
            return GraphErrors.UnknownObject(http.Method, id).ToResult();

        subscriptions.Unsubscribe(id);
        return GraphJson.Success;
    }

    private static object App(string wabaId, Subscriptions subscriptions, SimulatorOptions options) =>
        new
        {
            WhatsappBusinessApiData = new
            {
                Id = options.AppId,
                Name = "MultiLine",
                Link = $"https://www.facebook.com/games/?app_id={options.AppId}",
            },
            OverrideCallbackUri = subscriptions.OverrideOf(wabaId)?.Url,
        };
}
