using System.Text.Json;
using Microsoft.Extensions.Options;

namespace MultiLine.Connectors.WhatsApp.Accounts;

/// <summary>
/// Looks at how a business is set up at Meta: app, token, webhook, account, numbers. It changes nothing but the texts of the profile, and every call is safe to repeat.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/overview
/// </summary>
public sealed class AccountClient(GraphApi graph, IOptionsMonitor<WhatsAppOptions> options)
{
    private const int PageSize = 100;

    public Task<GraphReading<App>> ReadAppAsync(AppCredentials app, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(app);
        return ReadAsync($"{Uri.EscapeDataString(app.AppId)}?fields=id,name", app.Token, App.Read, cancellationToken);
    }

    /// <summary>What Meta says about the configured access token.</summary>
    public Task<GraphReading<AccessToken>> ReadTokenAsync(AppCredentials app, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(app);
        return ReadAsync(
            $"debug_token?input_token={Uri.EscapeDataString(Token)}", app.Token, AccessToken.Read, cancellationToken);
    }

    public Task<GraphReading<IReadOnlyList<WebhookSubscription>>> ListSubscriptionsAsync(AppCredentials app, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(app);
        return ListAsync($"{Uri.EscapeDataString(app.AppId)}/subscriptions", app.Token, WebhookSubscription.Read, cancellationToken);
    }

    public Task<GraphReading<BusinessAccount>> ReadAccountAsync(string account, CancellationToken cancellationToken) =>
        ReadAsync($"{Uri.EscapeDataString(account)}?fields={BusinessAccount.Fields}", Token, BusinessAccount.Read, cancellationToken);

    public Task<GraphReading<IReadOnlyList<BusinessNumber>>> ListNumbersAsync(string account, CancellationToken cancellationToken) =>
        ListAsync(
            $"{Uri.EscapeDataString(account)}/phone_numbers?fields={BusinessNumber.Fields}&limit={PageSize}",
            Token,
            BusinessNumber.Read,
            cancellationToken);

    public Task<GraphReading<IReadOnlyList<SubscribedApp>>> ListSubscribedAppsAsync(string account, CancellationToken cancellationToken) =>
        ListAsync($"{Uri.EscapeDataString(account)}/subscribed_apps", Token, SubscribedApp.Read, cancellationToken);

    public Task<GraphReading<BusinessProfile>> ReadProfileAsync(string phoneNumberId, CancellationToken cancellationToken) => ReadAsync(
        $"{Uri.EscapeDataString(phoneNumberId)}/whatsapp_business_profile?fields={BusinessProfile.Fields}",
        Token,
        reply => BusinessProfile.Read(reply.ListOf("data").FirstOrDefault()),
        cancellationToken);

    /// <summary>Puts a profile in place of the one before; the picture stays.</summary>
    /// <returns>Null if it was done.</returns>
    public async Task<GraphFault?> ChangeProfileAsync(string phoneNumberId, BusinessProfile profile, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var path = $"{Uri.EscapeDataString(phoneNumberId)}/whatsapp_business_profile";
        var reply = await graph.CallAsync(HttpMethod.Post, path, profile.ToBody(), Token, cancellationToken);
        return reply is GraphReply.Success ? null : GraphFault.Of(reply);
    }

    private string Token => options.CurrentValue.AccessToken;

    private async Task<GraphReading<IReadOnlyList<T>>> ListAsync<T>(
        string path, string token, Func<JsonElement, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        List<T> all = [];
        HashSet<string> seen = [];
        string? after = null;
        while (true)
        {
            var page = await ReadAsync(
                after is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}after={Uri.EscapeDataString(after)}",
                token,
                reply => new Page<T>([.. reply.ListOf("data").Select(read).OfType<T>()], Next(reply)),
                cancellationToken);
            all.AddRange(page.Value?.Items ?? []);
            after = page.Value?.After;
            if (after is null || !seen.Add(after))
            {
                return new GraphReading<IReadOnlyList<T>>
                {
                    Value = page.Value is null ? null : all, Fault = page.Fault, ProviderTime = page.ProviderTime, Version = page.Version,
                };
            }
        }
    }

    /// <summary>The cursor of the next page; only where Meta names one, since a cursor stands below the last page too.</summary>
    private static string? Next(JsonElement reply) =>
        reply.Member("paging").Text("next") is null ? null : reply.Member("paging").Member("cursors").Text("after");

    private async Task<GraphReading<T>> ReadAsync<T>(string path, string token, Func<JsonElement, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        var reply = await graph.CallAsync(HttpMethod.Get, path, body: null, token, cancellationToken);
        var value = (reply as GraphReply.Success)?.Read(read);
        return new GraphReading<T>
        {
            Value = value, Fault = value is null ? GraphFault.Of(reply) : null, ProviderTime = reply.ProviderTime, Version = reply.Version,
        };
    }

    private sealed record Page<T>(IReadOnlyList<T> Items, string? After);
}
