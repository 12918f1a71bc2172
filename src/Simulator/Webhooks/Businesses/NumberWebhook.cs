using System.Text.Json.Nodes;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Webhooks.Businesses;

/// <summary>What Meta decided about a number, which it names by its digits.</summary>
internal static class NumberWebhook
{
    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/phone_number_quality_update"/></remarks>
    public static Webhook OfQuality(BusinessNumber number, string happened, string limitBefore, string limit)
    {
        var value = new JsonObject { ["display_phone_number"] = number.Digits, ["event"] = happened };
        if (limitBefore != limit)
            value["old_limit"] = limitBefore;
        value["current_limit"] = limit;
        value["max_daily_conversations_per_business"] = limit;
        return Of(number, "phone_number_quality_update", value);
    }

    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/phone_number_name_update"/></remarks>
    public static Webhook OfName(BusinessNumber number, string decision, string requested, string? rejection) =>
        Of(
            number,
            "phone_number_name_update",
            new JsonObject
            {
                ["display_phone_number"] = number.Digits,
                ["decision"] = decision,
                ["requested_verified_name"] = requested,
                ["rejection_reason"] = rejection ?? "NONE",
            }
        );

    private static Webhook Of(BusinessNumber number, string field, JsonObject value) => new(number.WabaId, field, value, number.Id, number.Id);
}
