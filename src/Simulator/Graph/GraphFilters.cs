using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MultiLine.Simulator.Faults;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Graph;

/// <summary>Versions v20.0 to v29.0 are known.</summary>
internal sealed partial class VersionFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var version = (string)context.HttpContext.GetRouteValue("version")!;
        return Known().IsMatch(version) ? next(context) : ValueTask.FromResult<object?>(GraphErrors.UnknownVersion(version).ToResult());
    }

    [GeneratedRegex(@"^v2[0-9]\.0$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Known();
}

/// <summary>Every call carries the token: <c>Authorization: Bearer</c> or <c>OAuth</c>, or the parameter <c>access_token</c>.</summary>
internal sealed class TokenFilter(SimulatorOptions options) : IEndpointFilter
{
    private static readonly string[] Schemes = ["Bearer ", "OAuth "];

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var header = request.Headers.Authorization.ToString();
        var given = Array.Find(Schemes, known => header.StartsWith(known, StringComparison.OrdinalIgnoreCase)) is { } scheme
            ? header[scheme.Length..]
            : request.Query["access_token"].ToString();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(options.AccessToken))
            ? next(context)
            : ValueTask.FromResult<object?>(GraphErrors.InvalidToken.ToResult());
    }
}

/// <summary>Misbehaves around a call as the <see cref="FaultBox"/> asks.</summary>
internal sealed class FaultFilter(FaultBox faults, TimeProvider time) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        // An upload is named by its session: "upload:…".
        var call = http.Request.Path.Value!.Split('/')[^1].Split(':')[0];

        if (faults.Take(FaultKind.Delay, call) is { } delay)
            await Task.Delay(TimeSpan.FromSeconds(delay.Seconds), time, http.RequestAborted);
        if (faults.Take(FaultKind.ServerError, call) is { } serverError)
            return (GraphErrors.UnknownError with { HttpStatus = serverError.HttpStatus }).ToResult();
        if (faults.Take(FaultKind.RateLimit, call) is not null)
            return GraphErrors.RateLimitHit.ToResult();
        if (faults.Take(FaultKind.Refuse, call) is { } refuse)
            return Refusal(refuse).ToResult();
        if (faults.Take(FaultKind.LoseRequest, call) is not null)
            return BreakConnection(http);

        var result = await next(context);
        return result is IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } && faults.Take(FaultKind.LoseReply, call) is not null
            ? BreakConnection(http)
            : result;
    }

    private static GraphError Refusal(Fault fault) =>
        new(fault.Code, $"(#{fault.Code}) Refused on request") { HttpStatus = fault.HttpStatus, Details = fault.Details };

    private static IResult BreakConnection(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }
}
