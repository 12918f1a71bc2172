using System.Globalization;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Businesses;

namespace MultiLine.Simulator.Webhooks.Businesses;

/// <summary>What Meta decided about an account.</summary>
internal static class AccountWebhook
{
    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_update"/></remarks>
    public static Webhook OfUpdate(string wabaId, AccountNotice notice, IReadOnlyList<Restriction> restrictions, DateTimeOffset at)
    {
        var value = new JsonObject { ["event"] = notice.Event };
        if (restrictions.Count > 0)
            value["restriction_info"] = new JsonArray([.. restrictions.Select(View)]);
        if (notice.ViolationType is not null)
            value["violation_info"] = new JsonObject { ["violation_type"] = notice.ViolationType };
        if (notice.BanState is not null)
        {
            value["ban_info"] = new JsonObject
            {
                ["waba_ban_state"] = notice.BanState,
                ["waba_ban_date"] = at.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture),
            };
        }

        return new Webhook(wabaId, "account_update", value, wabaId, wabaId);
    }

    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_alerts"/></remarks>
    public static Webhook OfAlert(string wabaId, AccountAlert alert) =>
        new(
            wabaId,
            "account_alerts",
            new JsonObject
            {
                ["entity_type"] = alert.EntityType ?? "WABA",
                ["entity_id"] = alert.EntityId ?? wabaId,
                ["alert_severity"] = alert.Severity ?? "INFORMATIONAL",
                ["alert_status"] = alert.Status ?? "ACTIVE",
                ["alert_type"] = alert.Type,
                ["alert_description"] = alert.Description,
            },
            wabaId,
            wabaId
        );

    private static JsonObject View(Restriction restriction)
    {
        var view = new JsonObject { ["restriction_type"] = restriction.Type };
        if (restriction.Until is { } until)
            view["expiration"] = until.ToUnixTimeSeconds();
        return view;
    }
}
