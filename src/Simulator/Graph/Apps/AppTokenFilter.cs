using System.Security.Cryptography;
using System.Text;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.Webhooks.Sending;

namespace MultiLine.Simulator.Graph.Apps;

/// <summary>Calls about the app carry the app access token, which is made of the app's id and secret: <c>app-id|app-secret</c>.</summary>
/// <remarks><see href="https://developers.facebook.com/docs/facebook-login/guides/access-tokens#apptokens"/></remarks>
internal sealed class AppTokenFilter(SimulatorOptions options, AppSecret secret) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var given = await GivenAsync(context.HttpContext.Request);
        if (Is(given, TokenOf(options, secret)))
            return await next(context);
        return (Is(given, options.AccessToken) ? AppErrors.NeedsAppToken : AppErrors.WrongSignature).ToResult();
    }

    public static string TokenOf(SimulatorOptions options, AppSecret secret) => $"{options.AppId}|{secret.Text}";

    private static async Task<string> GivenAsync(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString() is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return header[Scheme.Length..];
        return (await AppParameters.ReadAsync(request))["access_token"] ?? "";
    }

    private static bool Is(string given, string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(token));
}
