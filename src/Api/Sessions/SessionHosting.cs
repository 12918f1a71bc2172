using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace MultiLine.Api.Sessions;

/// <summary>Sessions: a cookie for browsers, a bearer token for programs, both under keys that all servers share.</summary>
internal static class SessionHosting
{
    public const string CookieName = "multiline_session";

    private const string CookieOrToken = "CookieOrToken";

    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddOptions<SessionOptions>().BindConfiguration(SessionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddAuthentication(CookieOrToken)
            .AddPolicyScheme(CookieOrToken, displayName: null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddCookie()
            .AddBearerToken();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<IOptions<SessionOptions>, IOptions<ServerOptions>>((cookie, session, server) =>
            {
                cookie.Cookie.Name = CookieName;
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = server.Value.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = session.Value.CookieLifetime;
                cookie.SlidingExpiration = true;
            });
        services.AddOptions<BearerTokenOptions>(BearerTokenDefaults.AuthenticationScheme)
            .Configure<IOptions<SessionOptions>>((bearer, session) => bearer.BearerTokenExpiration = session.Value.TokenLifetime);
        services.AddSingleton<AccessTokens>();
        services.AddKeys();
        return services;
    }

    private static string SchemeOf(HttpContext context) =>
        context.Request.Headers.ContainsKey("Authorization")
            ? BearerTokenDefaults.AuthenticationScheme
            : CookieAuthenticationDefaults.AuthenticationScheme;

    private static void AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("MultiLine");
        services.AddOptions<KeyManagementOptions>().Configure<IGrainFactory>((keys, grains) => keys.XmlRepository = new SessionKeys(grains));
    }
}
