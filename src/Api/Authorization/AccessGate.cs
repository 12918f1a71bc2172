using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;

namespace MultiLine.Api.Authorization;

/// <summary>Lets a request through to its endpoint only if the endpoint's rule allows the caller.</summary>
internal sealed class AccessGate(RequestDelegate next, AccessCheck check)
{
    /// <summary>Digits of a number by E.164; our ids are longer.</summary>
    private const int LongestPhoneNumber = 15;

    private static readonly Refused NoSuchContact = new(RefusalCodes.NotFound, "There is no such contact.");

    public async Task InvokeAsync(HttpContext context)
    {
        // What is no route of ours answers by itself: not found, method not allowed, wrong content type.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context);
            return;
        }

        var caller = await check.Identify(context.User);
        context.Features.Set(caller);

        var access = endpoint.Metadata.GetMetadata<AccessRule>()?.Access ?? Access.Nobody;
        var refusal = await check.Check(access, caller, Line(context)) ?? (Contact(context) is { } id && !MayBeAnId(id) ? NoSuchContact : null);
        if (refusal is not null)
        {
            await new ProblemResult(refusal).ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private static string? Line(HttpContext context) => context.GetRouteValue("line") as string;

    /// <summary>Ids stand in logs and traces; a phone number in an id's place goes no further.</summary>
    private static bool MayBeAnId(string id) => KeyPart.IsValid(id) && !(id.Length <= LongestPhoneNumber && id.All(char.IsAsciiDigit));

    private static string? Contact(HttpContext context) => context.GetRouteValue("contact") as string;
}

internal static class AccessGates
{
    public static IServiceCollection AddAccessRules(this IServiceCollection services) => services.AddSingleton<AccessCheck>();

    public static void UseAccessRules(this IApplicationBuilder app) => app.UseMiddleware<AccessGate>();
}
