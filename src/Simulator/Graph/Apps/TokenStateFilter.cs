using MultiLine.Simulator.Graph.Errors;

namespace MultiLine.Simulator.Graph.Apps;

/// <summary>A token that has expired, was revoked or lacks a permission is refused, as Meta does.</summary>
internal sealed class TokenStateFilter(AppStore apps, TimeProvider time) : IEndpointFilter
{
    private static readonly string[] OfMessaging = ["messages", "media", "attachments", "whatsapp_business_profile"];

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
        var needed = OfMessaging.Contains(call) ? Permissions.Messaging : Permissions.Management;
        return token.Scopes.Contains(needed) ? null : AppErrors.Lacks(needed);
    }
}
