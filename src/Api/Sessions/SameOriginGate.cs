using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using MultiLine.Api.Problems;
using MultiLine.Domain;

namespace MultiLine.Api.Sessions;

/// <summary>
/// A request that changes something and is carried by the cookie, or that sets it, must come from our own pages: the browser says so
/// in <c>Sec-Fetch-Site</c> or, where it is older, in <c>Origin</c>. Requests with a bearer token can't be forged by another site.
/// </summary>
/// <remarks><see href="https://www.w3.org/TR/fetch-metadata/">Fetch metadata</see>.</remarks>
internal sealed class SameOriginGate(RequestDelegate next, IOptions<ServerOptions> server)
{
    public Task InvokeAsync(HttpContext context) =>
        Changes(context.Request) && UsesCookie(context) && !IsSameOrigin(context.Request)
            ? new ProblemResult(RefusalCodes.Forbidden, "The request does not come from our own pages.").ExecuteAsync(context)
            : next(context);

    private static bool Changes(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));

    private static bool UsesCookie(HttpContext context) =>
        context.User.Identity?.AuthenticationType == CookieAuthenticationDefaults.AuthenticationScheme
        || context.GetEndpoint()?.Metadata.GetMetadata<FormOfOurPages>() is not null;

    private bool IsSameOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site == "same-origin";
        }

        var origin = request.Headers[HeaderNames.Origin].ToString();
        return origin == $"{request.Scheme}://{request.Host}" || origin == server.Value.Origin;
    }
}

/// <summary>Marks an endpoint that only our own pages post to.</summary>
internal sealed record FormOfOurPages;

internal static class SameOriginGates
{
    public static void UseSameOrigin(this IApplicationBuilder app) => app.UseMiddleware<SameOriginGate>();
}
