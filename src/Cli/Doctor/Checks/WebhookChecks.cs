using MultiLine.Cli.Doctor.Looking;
using MultiLine.Connectors.WhatsApp.Accounts;
using MultiLine.Connectors.WhatsApp.Webhooks;

namespace MultiLine.Cli.Doctor.Checks;

/// <summary>Whether what happens at Meta reaches the product.</summary>
internal static class WebhookChecks
{
    /// <summary>Where the server takes it in.</summary>
    public const string Path = "/webhooks/whatsapp";

    /// <summary>Meta calls it over HTTPS only; the simulator is on the same machine.</summary>
    private const string Meta = "graph.facebook.com";

    public static IReadOnlyList<string> NeededFields { get; } = [.. WebhookFields.All.Where(known => known.IsUnderstood).Select(known => known.Name)];

    public static IEnumerable<Outcome> Webhook(Sight sight)
    {
        const string enter = $"Enter the server's public address with {Path} and the verify token: App Dashboard > WhatsApp > Configuration.";
        if (sight.Subscriptions?.Value is null)
            return [NotSeen(sight)];
        if (OfWhatsApp(sight) is not { CallbackUrl: { } url } subscription)
            return [Outcome.Missing($"app {sight.Settings.AppId} has no webhook for WhatsApp", enter)];
        if (!subscription.IsActive)
            return [Outcome.Wrong($"the webhook at {Address.Words(url)} is not active", enter)];
        if (!Takes(url))
            return [Outcome.Wrong($"webhooks go to {Address.Words(url)}, which does not end with {Path}", enter)];
        return new Uri(url).Scheme != Uri.UriSchemeHttps && sight.Settings.WhatsApp.BaseAddress?.Host == Meta
            ? [Outcome.Wrong($"webhooks go to {Address.Words(url)}, which is not HTTPS", enter)]
            : [Outcome.Ok($"webhooks go to {Address.Words(url)}")];
    }

    public static IEnumerable<Outcome> Fields(Sight sight)
    {
        if (sight.Subscriptions?.Value is null)
            return [NotSeen(sight)];
        var subscribed = OfWhatsApp(sight)?.Fields ?? [];
        var missing = NeededFields.Except(subscribed).ToList();
        if (missing.Count == 0)
            return [Outcome.Ok($"the app is subscribed to the {NeededFields.Count} fields that the product uses")];
        return
        [
            Outcome.Missing(
                $"the app is not subscribed to {string.Join(", ", missing)}",
                "Subscribe to them: App Dashboard > WhatsApp > Configuration > Webhook fields."),
        ];
    }

    public static IEnumerable<Outcome> Handshake(Sight sight) => sight.Callbacks.IsEmpty
        ? [Outcome.Unknown("there is no address to do the handshake with", "Mend what is said about the webhook first.")]
        : sight.Callbacks.Select(answer => answer.Fault is null
            ? Outcome.Ok($"{Address.Words(answer.Callback)} answers the handshake with our verify token")
            : Outcome.Wrong(
                $"{Address.Words(answer.Callback)} {answer.Fault}",
                "Start the server, make its address public with a valid certificate, and let it have the same WhatsApp:VerifyToken as this command."));

    public static IEnumerable<Outcome> Subscription(Sight sight) => sight.ForEachAccount((organization, seen) =>
    {
        var (words, call) = (AccountChecks.Words(organization), $"POST /{organization.WhatsAppAccount}/subscribed_apps");
        if (seen.Apps.Value is not { } apps)
            return [Outcome.Unknown($"who is told of {words} can't be read: {seen.Apps.Fault?.Words}", "Mend what is said about the account first.")];
        if (sight.Settings.AppId is not { } id)
            return [Outcome.Unknown($"whether our app is told of {words} can't be seen without WhatsApp:AppId", "Mend the settings first.")];
        return apps.FirstOrDefault(app => app.Id == id) switch
        {
            null => [Outcome.Missing($"app {id} is not told of {words}", $"{call} with the access token.")],
            { OverridingCallback: { } url } when !Takes(url) =>
                [Outcome.Wrong($"app {id} is told of {words} at {Address.Words(url)}, which does not end with {Path}", $"{call} without override_callback_uri.")],
            var app => [Outcome.Ok($"app {id} is told of {words}{(app.OverridingCallback is { } url ? $" at {Address.Words(url)}" : "")}")],
        };
    });

    /// <summary>It is the address at which the server takes webhooks in, wherever the server is.</summary>
    private static bool Takes(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var callback) && callback.AbsolutePath.EndsWith(Path, StringComparison.Ordinal);

    private static WebhookSubscription? OfWhatsApp(Sight sight) =>
        sight.Subscriptions!.Value!.FirstOrDefault(subscription => subscription.Subject == WebhookSubscription.WhatsApp);

    private static Outcome NotSeen(Sight sight) => sight.Subscriptions?.Fault is { } fault
        ? Outcome.Unknown($"the app's webhook was not looked at: {fault.Words}", "Mend what is said about the app and the Graph API.")
        : Outcome.Unknown("the app's webhook was not looked at: it takes the app with its secret", "Mend the settings and the app first.");
}
