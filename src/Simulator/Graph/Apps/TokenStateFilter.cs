using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Graph.Uploads;

namespace MultiLine.Simulator.Graph.Apps;

/// <summary>A token that has expired, was revoked or lacks a permission is refused, as Meta does.</summary>
internal sealed class TokenStateFilter(AppStore apps, TimeProvider time) : IEndpointFilter
{
    private static readonly string[] OfMessaging = ["messages", "media", "attachments", "whatsapp_business_profile"];

    /// <summary>Files belong to the app, whatever they are for.</summary>
    private static readonly string[] OfApp = ["uploads", UploadStore.Prefix];

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Refusal(apps.State.Token, context.HttpContext.Request.Path.Value!.Split('/')[^1]) is { } refusal
            ? ValueTask.FromResult<object?>(refusal.ToResult())
            : next(context);

    private GraphError? Refusal(TokenState token, string call)
    {
        if (!token.Valid)
            return AppErrors.Invalidated;
        if (token.IsExpired(time.GetUtcNow()))
            return AppErrors.Expired;
        if (OfApp.Any(own => call.StartsWith(own, StringComparison.Ordinal)))
            return null;
        var needed = OfMessaging.Contains(call) ? Permissions.Messaging : Permissions.Management;
        return token.Scopes.Contains(needed) ? null : AppErrors.Lacks(needed);
    }
}
