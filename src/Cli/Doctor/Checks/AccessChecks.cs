using System.Globalization;
using MultiLine.Cli.Doctor.Looking;

namespace MultiLine.Cli.Doctor.Checks;

/// <summary>The app and the token that the product calls with.</summary>
internal static class AccessChecks
{
    private const string SystemUser = "SYSTEM_USER";

    /// <summary>The token here is made of id and secret.</summary>
    private const int InvalidToken = 190;

    /// <summary>"Error validating application."</summary>
    private const int InvalidApp = 101;

    /// <summary>To read and manage account, numbers and templates; to send and receive.</summary>
    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/access-tokens"/></remarks>
    public static readonly IReadOnlyList<string> Needed = ["whatsapp_business_management", "whatsapp_business_messaging"];

    public static IEnumerable<Outcome> App(Sight sight)
    {
        var id = sight.Settings.AppId;
        if (sight.Apps.IsEmpty)
            return [Outcome.Unknown("without WhatsApp:AppId and WhatsApp:AppSecrets the app can't be asked for", "Mend the settings first.")];

        var accepted = sight.Apps.Select(app => app.Value).FirstOrDefault(app => app is not null);
        if (accepted is null)
        {
            var asked = $"app {id} with {ConnectionChecks.Count(sight.Apps.Length, "secret")}";
            return sight.Apps.FirstOrDefault(app => app.Fault?.Error?.Code is not (InvalidToken or InvalidApp))?.Fault is { } other
                ? [Outcome.Unknown($"{asked}: {other.Words}", Refusals.Next(other))]
                : [Outcome.Wrong($"{asked}: {sight.Apps[0].Fault!.Words}", "Copy id and secret again: App Dashboard > App settings > Basic.")];
        }

        var others = sight.Apps.Count(app => app.Value is null);
        return
        [
            Outcome.Ok($"app {accepted.Id} ({accepted.Name}) takes {ConnectionChecks.Count(sight.Apps.Length - others, "secret")}"
                + (others == 0 ? "" : $"; {others} more in WhatsApp:AppSecrets it does not take any longer or not yet")),
        ];
    }

    public static IEnumerable<Outcome> Token(Sight sight)
    {
        const string again = "Generate a token for a system user with this app, never to expire, and set WhatsApp:AccessToken.";
        if (sight.Token?.Value is not { } token)
            return [NotSeen(sight)];
        if (!token.IsValid)
            return [Outcome.Wrong($"the token is not valid: {token.Error?.Details ?? "no reason was told"}", again)];
        if (token.AppId is { } app && app != sight.Settings.AppId)
            return [Outcome.Wrong($"the token is for app {app}, and WhatsApp:AppId is {sight.Settings.AppId}", again)];
        if (token.Type is { } type && type != SystemUser)
            return [Outcome.Wrong($"the token is of type {type}, and not that of a system user", again)];
        return token.ExpiresAt is { } at
            ? [Outcome.Wrong(string.Create(CultureInfo.InvariantCulture, $"the token expires at {at:yyyy-MM-dd HH:mm} UTC"), again)]
            : [Outcome.Ok("the token is valid, a system user's, for this app, and does not expire")];
    }

    public static IEnumerable<Outcome> Permissions(Sight sight)
    {
        if (sight.Token?.Value is not { } token)
            return [NotSeen(sight)];

        var lacking = Needed.Except(token.Scopes).ToList();
        if (lacking.Count > 0)
        {
            return
            [
                Outcome.Missing(
                    $"the token has {(token.Scopes.Count == 0 ? "no permission" : Listed(token.Scopes))}; missing {Listed(lacking)}",
                    "Generate the token again with both permissions, and set WhatsApp:AccessToken."),
            ];
        }

        var outside = sight.Accounts.Keys
            .Where(account => Needed.Any(scope => token.Targets.TryGetValue(scope, out var targets) && !targets.Contains(account))).ToList();
        if (outside.Count == 0)
            return [Outcome.Ok($"the token has {Listed(Needed)}")];
        return
        [
            Outcome.Missing(
                $"the token is not for account {Listed(outside)}", "Give the system user full control of the account, and generate the token again."),
        ];
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);

    private static Outcome NotSeen(Sight sight) => sight.Token?.Fault is { } fault
        ? Outcome.Unknown($"the token was not looked at: {fault.Words}", "Mend what is said about the app and the Graph API.")
        : Outcome.Unknown(
            "the token was not looked at: it takes WhatsApp:AccessToken and the app with its secret", "Mend the settings and the app first.");
}
