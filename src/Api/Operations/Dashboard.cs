using Microsoft.Net.Http.Headers;

namespace MultiLine.Api.Operations;

/// <summary>What holds for the pages of the Orleans dashboard, which are not ours.</summary>
internal static class Dashboard
{
    public const string Path = "/operations/dashboard";

    /// <summary>Its scripts, styles and pictures come from here, and it asks nobody else.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "frame-ancestors 'none'";

    /// <summary>The state of a grain may hold what operators have no right to read.</summary>
    public static ValueTask<object?> Guard(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.HttpContext.Request.Path.StartsWithSegments($"{Path}/GrainState", StringComparison.OrdinalIgnoreCase))
        {
            return new(TypedResults.NotFound());
        }

        context.HttpContext.Response.Headers[HeaderNames.ContentSecurityPolicy] = Policy;
        return next(context);
    }
}
