using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.Webhooks.Sending;

namespace MultiLine.Simulator.Graph.Apps;

/// <summary><c>GET /debug_token</c>: whose a token is, how long it is good and what for.</summary>
/// <remarks><see href="https://developers.facebook.com/docs/graph-api/reference/debug_token"/></remarks>
internal static class DebugTokenEndpoint
{
    /// <summary>The system user that the token was made for.</summary>
    private const string SystemUser = "122100000000000001";

    public static IResult Get(
        HttpRequest http,
        AppStore apps,
        AppSecret secret,
        BusinessNumbers numbers,
        SimulatorOptions options,
        TimeProvider time
    )
    {
        var token = http.Query["input_token"].ToString();
        if (token.Length == 0)
            return GraphErrors.ParameterRequired("input_token").ToResult();
        if (token == AppTokenFilter.TokenOf(options, secret))
            return Valid(new { options.AppId, Type = "APP", Application = AppEndpoint.Name, IsValid = true, Scopes = Array.Empty<string>() });
        if (token != options.AccessToken)
            return Invalid(GraphErrors.InvalidToken, []);

        var state = apps.State.Token;
        if (!state.Valid)
            return Invalid(AppErrors.Invalidated, state.Scopes);
        if (state.IsExpired(time.GetUtcNow()))
            return Invalid(AppErrors.Expired, state.Scopes);
        return Valid(
            new
            {
                options.AppId,
                Type = "SYSTEM_USER",
                Application = AppEndpoint.Name,
                DataAccessExpiresAt = 0,
                ExpiresAt = state.ExpiresAt?.ToUnixTimeSeconds() ?? 0,
                IsValid = true,
                state.Scopes,
                GranularScopes = state.Scopes.Select(scope => new
                {
                    Scope = scope,
                    TargetIds = numbers.All.Select(number => number.WabaId).Distinct(),
                }),
                UserId = SystemUser,
            }
        );
    }

    private static IResult Valid(object data) => GraphJson.Reply(new { Data = data });

    /// <summary>A token that is no good is no error: the call succeeds and says why.</summary>
    private static IResult Invalid(GraphError error, IReadOnlyList<string> scopes) =>
        GraphJson.Reply(
            new
            {
                Data = new
                {
                    Error = new
                    {
                        error.Code,
                        error.Message,
                        error.Subcode,
                    },
                    IsValid = false,
                    Scopes = scopes,
                },
            }
        );
}
