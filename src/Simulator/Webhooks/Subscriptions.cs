using Dapper;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Webhooks;

/// <summary>An endpoint of the business.</summary>
internal sealed record Callback(string Url, string VerifyToken);

/// <summary>Which accounts tell the app of changes, and where.</summary>
internal sealed class Subscriptions(Database database, SimulatorOptions options)
{
    /// <summary>The key under which the app's own callback is kept, as set through the control API.</summary>
    private const string App = "app";

    /// <summary>The key under which the address for SMS is kept, and what their webhooks have in place of an account.</summary>
    public const string Sms = "sms";

    private sealed record Row(string? CallbackUrl, string? VerifyToken, long Active);

    public bool IsActive(string wabaId) => wabaId == Sms || (Find(wabaId) is { } row ? row.Active == 1 : options.Webhooks.SubscribeAtStart);

    /// <summary>Where the webhooks of an account go: its own callback, else the app's; null if there is none.</summary>
    public Callback? CallbackOf(string wabaId) => OverrideOf(wabaId) ?? AppCallback;

    public Callback? OverrideOf(string wabaId) => CallbackIn(Find(wabaId));

    /// <summary>What was set through the control API, else what is configured.</summary>
    public Callback? AppCallback =>
        CallbackIn(Find(App))
        ?? (options.Webhooks.CallbackUrl is { Length: > 0 } url ? new Callback(url, options.Webhooks.VerifyToken) : null);

    public void SetAppCallback(Callback callback) => Save(App, callback, active: true);

    /// <summary>Where what contacts write by SMS goes: what was set through the control API, else what is configured.</summary>
    public string? SmsCallback => Find(Sms)?.CallbackUrl ?? options.Sms.CallbackUrl;

    public void SetSmsCallback(string url) => Save(Sms, new Callback(url, ""), active: true);

    public void Subscribe(string wabaId, Callback? overriding) => Save(wabaId, overriding, active: true);

    public void Unsubscribe(string wabaId) => Save(wabaId, null, active: false);

    private static Callback? CallbackIn(Row? row) =>
        row is { CallbackUrl: { } url, VerifyToken: { } token } ? new Callback(url, token) : null;

    private Row? Find(string key) =>
        database.Read(db =>
            db.QuerySingleOrDefault<Row>(
                "SELECT callback_url AS CallbackUrl, verify_token AS VerifyToken, active FROM subscriptions WHERE waba = @key",
                new { key }
            )
        );

    private void Save(string key, Callback? callback, bool active) =>
        database.Step(db =>
            db.Execute(
                """
                REPLACE INTO subscriptions (waba, callback_url, verify_token, active)
                VALUES (@key, @Url, @VerifyToken, @active)
                """,
                new
                {
                    key,
                    callback?.Url,
                    callback?.VerifyToken,
                    active,
                }
            )
        );
}
