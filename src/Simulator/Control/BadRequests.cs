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

        await AnswerAsync(httpContext, unbound.InnerException?.Message ?? unbound.Message);
        return true;
    }

    /// <summary>Answers where binding has left nothing but the status.</summary>
    public static Task AnswerBareAsync(StatusCodeContext bare) =>
        bare.HttpContext.Response.StatusCode == StatusCodes.Status400BadRequest
            ? AnswerAsync(bare.HttpContext, "A value in the path or the query is malformed.")
            : Task.CompletedTask;

    private static Task AnswerAsync(HttpContext httpContext, string why)
    {
        var answer = httpContext.Request.Path.StartsWithSegments("/control", StringComparison.Ordinal)
            ? ControlApi.Invalid(why)
            : GraphErrors.InvalidParameter(why).ToResult();
        return answer.ExecuteAsync(httpContext);
    }
}
