using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Accounts;

/// <summary>An app at Meta.</summary>
public sealed record App(string Id, string? Name)
{
    internal static App? Read(JsonElement app) => app.Id("id") is { } id ? new App(id, app.Text("name")) : null;
}

/// <summary>An app that is told of what happens in an account.</summary>
/// <param name="Id">The app's.</param>
/// <param name="Name">The app's.</param>
/// <param name="OverridingCallback">Where it is told, if not where all its webhooks go.</param>
public sealed record SubscribedApp(string Id, string? Name, string? OverridingCallback)
{
    internal static SubscribedApp? Read(JsonElement entry) => App.Read(entry.Member("whatsapp_business_api_data")) is { } app
        ? new SubscribedApp(app.Id, app.Name, entry.Text("override_callback_uri"))
        : null;
}

/// <summary>
/// What an app is told of, and where.
/// Source: https://developers.facebook.com/docs/graph-api/reference/app/subscriptions
/// </summary>
/// <param name="Subject">The kind of object, such as <see cref="WhatsApp"/>.</param>
/// <param name="CallbackUrl">Where it is told.</param>
/// <param name="IsActive">Whether it is.</param>
/// <param name="Fields">Of what.</param>
public sealed record WebhookSubscription(string Subject, string? CallbackUrl, bool IsActive, IReadOnlyList<string> Fields)
{
    public const string WhatsApp = "whatsapp_business_account";

    internal static WebhookSubscription? Read(JsonElement entry) => entry.Text("object") is { } subject
        ? new WebhookSubscription(
            subject,
            entry.Text("callback_url"),
            entry.IsTrue("active"),
            [.. entry.ListOf("fields").Select(field => field.Text("name")).OfType<string>()])
        : null;
}
