using Microsoft.AspNetCore.Diagnostics;
using MultiLine.Simulator.Graph.Errors;

namespace MultiLine.Simulator.Control;

/// <summary>Answers calls that could not be bound: the Graph API in Meta's form, the control API with problem details.</summary>
internal sealed class BadRequests : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException unbound)
            return false;

        var why = unbound.InnerException?.Message ?? unbound.Message;
        var answer = httpContext.Request.Path.StartsWithSegments("/control", StringComparison.Ordinal)
            ? ControlApi.Invalid(why)
            : GraphErrors.InvalidParameter(why).ToResult();
        await answer.ExecuteAsync(httpContext);
        return true;
    }
}
