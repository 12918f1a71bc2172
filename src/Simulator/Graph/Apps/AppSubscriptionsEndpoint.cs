using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Webhooks;
using MultiLine.Simulator.Webhooks.Sending;

namespace MultiLine.Simulator.Graph.Apps;

/// <summary><c>/{app-id}/subscriptions</c>: where the app is told of changes, and of which.</summary>
/// <remarks><see href="https://developers.facebook.com/docs/graph-api/reference/app/subscriptions"/></remarks>
internal static class AppSubscriptionsEndpoint
{
    private const string WhatsApp = "whatsapp_business_account";

    public static IResult List(HttpRequest http, AppStore apps, Subscriptions subscriptions, Handshake handshake)
    {
        var (fields, version) = (FieldsOf(apps.State), (string)http.RouteValues["version"]!);
        return subscriptions.AppCallback is { } callback && fields.Count > 0
            ? GraphJson.Reply(
                new
                {
                    Data = new[]
                    {
                        new
                        {
                            Object = WhatsApp,
                            CallbackUrl = callback.Url,
                            Active = handshake.HasPassed(callback),
                            Fields = fields.Select(name => new { Name = name, Version = version }),
                        },
                    },
                }
            )
            : GraphJson.Reply(new { Data = Array.Empty<object>() });
    }

    /// <summary>Does the handshake with the callback, and adds the fields to those there are.</summary>
    public static async Task<IResult> SubscribeAsync(HttpRequest http, AppStore apps, Subscriptions subscriptions, Handshake handshake)
    {
        var parameters = await AppParameters.ReadAsync(http);
        if (Missing(parameters, "object", "callback_url", "verify_token", "fields") is { } missing)
            return GraphErrors.ParameterRequired(missing).ToResult();
        if (Refusal(parameters) is { } refusal)
            return refusal.ToResult();
        if (!Uri.TryCreate(parameters["callback_url"], UriKind.Absolute, out _))
            return GraphErrors.InvalidParameter("callback_url is not an absolute address.").ToResult();

        var callback = new Callback(parameters["callback_url"]!, parameters["verify_token"]!);
        if (await handshake.ChallengeAsync(callback, http.HttpContext.RequestAborted) is { } reason)
            return GraphErrors.CallbackRefused(reason).ToResult();

        var before = subscriptions.AppCallback is null ? [] : FieldsOf(apps.State);
        subscriptions.SetAppCallback(callback);
        apps.Change(state => state with { Fields = [.. before.Union(parameters.ListOf("fields"))] });
        return GraphJson.Success;
    }

    /// <summary>Takes fields away, or all of them if none is named.</summary>
    public static async Task<IResult> UnsubscribeAsync(HttpRequest http, AppStore apps)
    {
        var parameters = await AppParameters.ReadAsync(http);
        if (Refusal(parameters) is { } refusal)
            return refusal.ToResult();

        var named = parameters.ListOf("fields");
        apps.Change(state => state with { Fields = named.Count == 0 ? [] : [.. FieldsOf(state).Except(named)] });
        return GraphJson.Success;
    }

    private static IReadOnlyList<string> FieldsOf(AppState state) => state.Fields ?? SubscribableFields.All;

    private static string? Missing(AppParameters parameters, params string[] names) => names.FirstOrDefault(name => parameters[name] is null);

    private static GraphError? Refusal(AppParameters parameters)
    {
        if (parameters["object"] is { } other && other != WhatsApp)
            return GraphErrors.NotOneOf("object", other, [WhatsApp]);
        return parameters.ListOf("fields").FirstOrDefault(field => !SubscribableFields.All.Contains(field)) is { } unknown
            ? GraphErrors.NotOneOf("fields", unknown, SubscribableFields.All)
            : null;
    }
}
