namespace MultiLine.Simulator.Graph.Apps;

/// <summary>The calls about the app, which carry its own token.</summary>
internal static class AppRoutes
{
    public static void MapApps(this WebApplication app)
    {
        var graph = app.MapGroup("/{version:regex(^v\\d)}")
            .AddEndpointFilter<VersionFilter>()
            .AddEndpointFilter<AppTokenFilter>()
            .AddEndpointFilter<FaultFilter>()
            .AddEndpointFilter(TellVersionAsync);

        graph.MapGet("/debug_token", DebugTokenEndpoint.Get);
        graph.MapGet("/{id:app}", AppEndpoint.Get);
        graph.MapGet("/{id:app}/subscriptions", AppSubscriptionsEndpoint.List);
        graph.MapPost("/{id:app}/subscriptions", AppSubscriptionsEndpoint.SubscribeAsync);
        graph.MapDelete("/{id:app}/subscriptions", AppSubscriptionsEndpoint.UnsubscribeAsync);
    }

    public static IServiceCollection AddApps(this IServiceCollection services) =>
        services.AddSingleton<AppStore>().AddRouting(options => options.SetParameterPolicy<AppIdConstraint>(AppIdConstraint.Key));

    /// <summary>Graph tells as which version it answers: a version that has ended is answered as the oldest one there is.</summary>
    private static ValueTask<object?> TellVersionAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers["facebook-api-version"] = (string)http.GetRouteValue("version")!;
        return next(context);
    }
}
