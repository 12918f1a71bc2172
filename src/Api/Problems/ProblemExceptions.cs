using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using MultiLine.Domain;

namespace MultiLine.Api.Problems;

/// <summary>Turns whatever an endpoint throws into a problem. Nothing of the exception itself is shown, except our own words on bad input.</summary>
internal sealed class ProblemExceptions(ILogger<ProblemExceptions> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested || exception is ConnectionResetException)
        {
            // Who broke the connection waits for no answer, whether the server knows already or only the reading does.
            httpContext.Abort();
            return true;
        }

        try
        {
            await Describe(httpContext, exception).ExecuteAsync(httpContext);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // It was broken meanwhile.
        }

        return true;
    }

    /// <summary>Storage or the grains can't answer just now; the same request may be repeated.</summary>
    public static bool MeansUnavailable(Exception exception) =>
        exception is StorageUnavailableException or TimeoutException or OrleansException;

    private ProblemResult Describe(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case InvalidRequestException invalid:
                return new ProblemResult(RefusalCodes.InvalidRequest, invalid.Message);
            case BadHttpRequestException bad:
                return new ProblemResult(RefusalCodes.InvalidRequest, BadRequestWords.Describe(bad), bad.StatusCode);
            case var unavailable when MeansUnavailable(unavailable):
                logger.NotAvailable(RouteOf(context), exception);
                return new ProblemResult(
                    ProblemCodes.Unavailable, "The request could not be carried out just now. Nothing was lost; please repeat it in a moment.");
            default:
                logger.RequestFailed(context.TraceIdentifier, RouteOf(context), exception);
                return new ProblemResult(
                    ProblemCodes.InternalError, $"The request failed for a reason that is not yours. Operators find it under {context.TraceIdentifier}.");
        }
    }

    private static string RouteOf(HttpContext context) =>
        (context.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "";
}
