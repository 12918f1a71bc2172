using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using MultiLine.Silo;

namespace MultiLine.Api.Sessions;

/// <summary>Sessions: a cookie for browsers, a bearer token for programs, both under keys that are kept in the data directory.</summary>
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
        services.AddOptions<KeyManagementOptions>().Configure<DataDirectory, ILoggerFactory>((keys, data, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(OwnerOnly(Path.Combine(data.Path, "keys")), loggers));
    }

    private static DirectoryInfo OwnerOnly(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
