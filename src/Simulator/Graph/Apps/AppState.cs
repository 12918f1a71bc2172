using Dapper;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Graph.Apps;

/// <summary>The business's app as Meta has it: what its webhook is told, and what its token is good for.</summary>
internal sealed record AppState
{
    /// <summary>The fields that the app is subscribed to; null for all that there are.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    public TokenState Token { get; init; } = new();

    /// <param name="field">Null for what was written by hand, which always goes out.</param>
    public bool Hears(string? field) => field is null || Fields?.Contains(field) != false;
}

/// <summary>How things stand with the token that every call of the Graph API carries.</summary>
internal sealed record TokenState
{
    /// <summary>False once its system user was removed or it was revoked.</summary>
    public bool Valid { get; init; } = true;

    /// <summary>When it expires; null for never, as the token of a system user.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The permissions that it was given.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = Permissions.All;

    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;
}

internal static class Permissions
{
    public const string Management = "whatsapp_business_management";
    public const string Messaging = "whatsapp_business_messaging";

    public static readonly IReadOnlyList<string> All = [Management, Messaging];
}

internal sealed class AppStore(Database database)
{
    /// <summary>Every call of the Graph API asks for it.</summary>
    private volatile AppState? known;

    public AppState State => known ??= Load();

    public void Change(Func<AppState, AppState> change) =>
        known = database.Step(db =>
        {
            var changed = change(Load());
            db.Execute("REPLACE INTO app (id, document) VALUES (1, @document)", new { document = Stored.Write(changed) });
            return changed;
        });

    private AppState Load() =>
        database.Read(db =>
            db.QuerySingleOrDefault<string>("SELECT document FROM app") is { } document ? Stored.Read<AppState>(document) : new AppState()
        );
}
