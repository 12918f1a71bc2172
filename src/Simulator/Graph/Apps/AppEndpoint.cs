using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Graph.Apps;

/// <summary><c>GET /{app-id}</c>.</summary>
/// <remarks><see href="https://developers.facebook.com/docs/graph-api/reference/application"/></remarks>
internal static class AppEndpoint
{
    public const string Name = "MultiLine";

    public static IResult Get(SimulatorOptions options) =>
        GraphJson.Reply(
            new
            {
                Id = options.AppId,
                Name,
                Link = $"https://www.facebook.com/games/?app_id={options.AppId}",
            }
        );
}

/// <summary>The id in a path is the app's.</summary>
internal sealed class AppIdConstraint(SimulatorOptions options) : IRouteConstraint
{
    public const string Key = "app";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] as string == options.AppId;
}
