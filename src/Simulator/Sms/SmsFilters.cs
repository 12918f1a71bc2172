using System.Security.Cryptography;
using System.Text;
using MultiLine.Simulator.Faults;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Sms;

/// <summary>Every call carries the account and its token: <c>Authorization: Basic</c>.</summary>
internal sealed class SmsCredentialsFilter(SimulatorOptions options) : IEndpointFilter
{
    private const string Scheme = "Basic ";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var header = context.HttpContext.Request.Headers.Authorization.ToString();
        var given = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..] : "";
        var expected = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Sms.AccountSid}:{options.Sms.AuthToken}"));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected))
            ? next(context)
            : ValueTask.FromResult<object?>(SmsError.Unauthenticated.ToResult());
    }
}

/// <summary>Misbehaves around a call as the <see cref="FaultBox"/> asks; the calls go by the name <c>sms</c>.</summary>
internal sealed class SmsFaultFilter(FaultBox faults, TimeProvider time) : IEndpointFilter
{
    private const string Call = "sms";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (faults.Take(FaultKind.Delay, Call) is { } delay)
            await Task.Delay(TimeSpan.FromSeconds(delay.Seconds), time, http.RequestAborted);
        if (faults.Take(FaultKind.ServerError, Call) is { } serverError)
            return SmsError.Internal(serverError.HttpStatus).ToResult();
        if (faults.Take(FaultKind.RateLimit, Call) is not null)
            return SmsError.TooManyRequests.ToResult();
        if (faults.Take(FaultKind.Refuse, Call) is { } refuse)
            return SmsError.OnRequest(refuse).ToResult();
        if (faults.Take(FaultKind.LoseRequest, Call) is not null)
            return BreakConnection(http);

        var result = await next(context);
        return result is IStatusCodeHttpResult { StatusCode: StatusCodes.Status201Created } && faults.Take(FaultKind.LoseReply, Call) is not null
            ? BreakConnection(http)
            : result;
    }

    private static IResult BreakConnection(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }
}
