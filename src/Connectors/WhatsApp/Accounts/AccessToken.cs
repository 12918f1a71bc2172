using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Accounts;

/// <summary>
/// What Meta says about an access token.
/// Source: https://developers.facebook.com/docs/graph-api/reference/debug_token
/// </summary>
public sealed record AccessToken
{
    public required bool IsValid { get; init; }

    /// <summary>Why it isn't valid.</summary>
    public GraphError? Error { get; init; }

    /// <summary>The app that it was made for.</summary>
    public string? AppId { get; init; }

    /// <summary>For example <c>SYSTEM_USER</c> or <c>USER</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The accounts that a permission is limited to; a permission that isn't among these is not limited.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Targets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    internal static AccessToken Read(JsonElement reply)
    {
        var data = reply.Member("data");
        return new AccessToken
        {
            IsValid = data.IsTrue("is_valid"),
            Error = GraphErrorReader.Read(data.Member("error")),
            AppId = data.Id("app_id"),
            Type = data.Text("type"),
            ExpiresAt = data.UnixTime("expires_at") is { } at && at > DateTimeOffset.UnixEpoch ? at : null,
            Scopes = [.. data.ListOf("scopes").Select(scope => scope.GetString()).OfType<string>()],
            Targets = data.ListOf("granular_scopes")
                .Where(scope => scope.Text("scope") is not null && scope.Member("target_ids").ValueKind == JsonValueKind.Array)
                .GroupBy(scope => scope.Text("scope")!)
                .ToDictionary(
                    scopes => scopes.Key,
                    IReadOnlyList<string> (scopes) => [.. scopes.SelectMany(scope => scope.ListOf("target_ids")).Select(id => id.ToString())]),
        };
    }
}
