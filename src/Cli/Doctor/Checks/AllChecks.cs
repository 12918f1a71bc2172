using MultiLine.Cli.Doctor.Looking;

namespace MultiLine.Cli.Doctor.Checks;

/// <summary>Everything that <c>multiline doctor</c> asks, in the order in which an answer needs the ones before it.</summary>
internal static class AllChecks
{
    public static IReadOnlyList<Check> List { get; } =
    [
        new("settings", Guide.Settings, ConnectionChecks.Settings),
        new("graph", Guide.Settings, ConnectionChecks.Graph),
        new("clock", Guide.Settings, ConnectionChecks.Clock),
        new("app", Guide.App, AccessChecks.App),
        new("token", Guide.Token, AccessChecks.Token),
        new("permissions", Guide.Token, AccessChecks.Permissions),
        new("organization", Guide.Organization, AccountChecks.Organization),
        new("account", Guide.Account, AccountChecks.Account),
        new("verification", Guide.Portfolio, AccountChecks.Verification),
        new("standing", Guide.Account, AccountChecks.Standing),
        new("number", Guide.Number, NumberChecks.Number),
        new("display-name", Guide.Number, NumberChecks.DisplayName),
        new("registration", Guide.Registration, NumberChecks.Registration),
        new("quality", Guide.Registration, NumberChecks.Quality),
        new("webhook", Guide.Webhook, WebhookChecks.Webhook),
        new("webhook-fields", Guide.Webhook, WebhookChecks.Fields),
        new("handshake", Guide.Webhook, WebhookChecks.Handshake),
        new("subscription", Guide.Subscription, WebhookChecks.Subscription),
        new("opt-in", Guide.OptIn, OptInChecks.OptIn),
        new("profile", Guide.Profile, NumberChecks.Profile),
        new("sms", Guide.Sms, SmsChecks.Sms),
    ];

    public static IReadOnlyList<Finding> Examine(Sight sight) =>
        [.. List.SelectMany(check => check.Rule(sight).Select(outcome => new Finding(check, outcome)))];
}
