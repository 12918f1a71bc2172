using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using MultiLine.Api.Authorization;
using MultiLine.Api.Problems;
using MultiLine.Api.Sessions;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Api.Pages;

/// <summary>Signing in and out in a browser, and the pages behind that.</summary>
internal static class PageEndpoints
{
    /// <summary>The addresses of the pages, which find their way themselves from there; see <c>src/Web/src/routes.tsx</c>.</summary>
    private static readonly string[] Addresses =
    [
        "/", "/lines", "/lines/{**rest}", "/admin", "/admin/{**rest}", "/operations", "/operations/{**rest}", "/compliance", "/compliance/{**rest}", "/notices", "/privacy",
    ];

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").AllowAnyone().ExcludeFromDescription();
        foreach (var address in Addresses)
        {
            pages.MapGet(address, Shell.Show);
        }

        pages.MapGet("/sign-in", ShowLink);
        pages.MapPost("/sign-in", UseLink).WithMetadata(new FormOfOurPages());
        pages.MapPost("/sign-out", SignOut).WithMetadata(new FormOfOurPages());
    }

    /// <summary>Looking at a link doesn't use it: mail scanners and previews look at links too.</summary>
    private static async Task<IResult> ShowLink(string? token, IGrainFactory grains) =>
        await SignInLink.Peek(grains, token) is { } person
        && await grains.GetGrain<IOrganizationGrain>(person.Organization).Get() is { } organization
            ? SignInPage.Show(person, organization.Name, token!)
            : SignInPage.ShowNotUsable();

    private static async Task<IResult> UseLink(HttpRequest request, IGrainFactory grains)
    {
        return await SignInLink.Use(grains, await Token(request)) is { } person
            ? TypedResults.SignIn(
                SessionIdentity.Of(person, CookieAuthenticationDefaults.AuthenticationScheme),
                new AuthenticationProperties { RedirectUri = "/", IsPersistent = true },
                CookieAuthenticationDefaults.AuthenticationScheme)
            : SignInPage.ShowNotUsable();
    }

    /// <summary>Our page sends no other form; what the framework thinks of one that it can't read is no fault of ours.</summary>
    private static async Task<string?> Token(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidRequestException("This is not the form of the sign-in page.");
        }

        try
        {
            return (await request.ReadFormAsync(request.HttpContext.RequestAborted))["token"];
        }
        catch (InvalidDataException)
        {
            throw new InvalidRequestException("The form can't be understood.");
        }
    }

    private static SignOutHttpResult SignOut() => TypedResults.SignOut(
        new AuthenticationProperties { RedirectUri = "/" }, [CookieAuthenticationDefaults.AuthenticationScheme]);
}
