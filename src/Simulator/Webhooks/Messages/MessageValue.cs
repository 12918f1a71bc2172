using System.Globalization;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Webhooks.Messages;

/// <summary>The parts that the values of the field <c>messages</c> have in common.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages"/></remarks>
internal static class MessageValue
{
    public const string Field = "messages";

    public static JsonObject For(BusinessNumber number) =>
        new()
        {
            ["messaging_product"] = "whatsapp",
            ["metadata"] = new JsonObject { ["display_phone_number"] = number.Digits, ["phone_number_id"] = number.Id },
        };

    /// <summary>The <c>contacts</c> array; a withheld phone number is left out.</summary>
    public static JsonArray Contacts(Phone phone)
    {
        var profile = new JsonObject { ["name"] = phone.Name };
        if (phone.Username is not null)
            profile["username"] = phone.Username;

        var contact = new JsonObject { ["profile"] = profile };
        if (!phone.PhoneWithheld)
            contact["wa_id"] = phone.Spelled;
        contact["user_id"] = phone.UserId;
        return [contact];
    }

    public static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
