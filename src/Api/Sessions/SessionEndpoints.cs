using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using MultiLine.Api.Authorization;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.SignIn;

namespace MultiLine.Api.Sessions;

/// <summary>Signing in and out of programs; people in a browser use the pages.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/sign-in", SignIn).AllowAnyone().WithTags("Sign-in")
            .Produces<IssuedToken>().Refuses(RefusalCodes.InvalidRequest, ProblemCodes.Unauthenticated);
        api.MapPost("/sign-out", SignOut).AllowAnyone().WithTags("Sign-in")
            .Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>Exchange a one-time link for an access token</summary>
    /// <remarks>The link works once. The access token goes into the header <c>Authorization: Bearer …</c>.</remarks>
    internal static async Task<IResult> SignIn(SignInBody body, IGrainFactory grains, AccessTokens tokens) =>
        await SignInLink.Use(grains, body.Token) is { } person
            ? TypedResults.Ok(tokens.Issue(person))
            : new ProblemResult(ProblemCodes.Unauthenticated, SignInLink.NotUsable);

    /// <summary>Sign the browser out</summary>
    /// <remarks>Ends the session of the cookie. An access token ends by itself; throw it away.</remarks>
    internal static SignOutHttpResult SignOut() => TypedResults.SignOut(authenticationSchemes: [CookieAuthenticationDefaults.AuthenticationScheme]);
}

/// <param name="Token">The part of the one-time link behind <c>token=</c>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SignInBody(string Token);

/// <summary>One-time links, wherever they are used.</summary>
internal static class SignInLink
{
    public const string NotUsable = "This link was used already, has expired, or was never issued. Ask for a new one.";

    private const int LongestToken = 256;

    public static Task<SignedInPerson?> Peek(IGrainFactory grains, string? token) =>
        IsPlausible(token) ? Grain(grains).Peek(token!) : Task.FromResult<SignedInPerson?>(null);

    public static Task<SignedInPerson?> Use(IGrainFactory grains, string? token) =>
        IsPlausible(token) ? Grain(grains).Use(token!) : Task.FromResult<SignedInPerson?>(null);

    public static Task<IssueResult> Issue(IGrainFactory grains, string organization, string person) => Grain(grains).Issue(organization, person);

    private static bool IsPlausible(string? token) => token is { Length: > 0 and <= LongestToken };

    private static ISignInGrain Grain(IGrainFactory grains) => grains.GetGrain<ISignInGrain>("local");
}
