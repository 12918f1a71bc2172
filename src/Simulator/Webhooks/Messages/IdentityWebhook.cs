using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Webhooks.Messages;

/// <summary>What a business is told when a contact changes about itself.</summary>
internal static class IdentityWebhook
{
    /// <summary>A system message, which has no <c>contacts</c>. Who withholds the number is known by user id only.</summary>
    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/system"/></remarks>
    public static Webhook OfNumber(string id, Phone before, Phone after, BusinessNumber to, DateTimeOffset at)
    {
        var withheld = after.PhoneWithheld;
        var system = new JsonObject
        {
            ["body"] = withheld
                ? $"User {after.Name} changed from {before.UserId} to {after.UserId}"
                : $"User {after.Name} changed from {before.Spelled} to {after.Spelled}",
            ["user_id"] = after.UserId,
            ["type"] = withheld ? "user_changed_user_id" : "user_changed_number",
        };
        var item = new JsonObject();
        if (!withheld)
        {
            system["wa_id"] = after.Spelled;
            item["from"] = before.Spelled;
        }
        item["from_user_id"] = before.UserId;
        item["id"] = id;
        item["timestamp"] = MessageValue.Seconds(at);
        item["system"] = system;
        item["type"] = "system";

        var value = MessageValue.For(to);
        value["messages"] = new JsonArray(item);
        return new Webhook(to.WabaId, MessageValue.Field, value, id, after.Number);
    }

    /// <summary>The contact has another key: whoever writes may be somebody else.</summary>
    public static Webhook OfIdentity(string id, Phone phone, BusinessNumber to, DateTimeOffset at)
    {
        var system = new JsonObject { ["body"] = $"The identity of user {phone.Name} has changed", ["user_id"] = phone.UserId };
        var item = new JsonObject();
        if (!phone.PhoneWithheld)
        {
            system["wa_id"] = phone.Spelled;
            item["from"] = phone.Spelled;
        }
        system["type"] = "customer_identity_changed";
        item["from_user_id"] = phone.UserId;
        item["id"] = id;
        item["timestamp"] = MessageValue.Seconds(at);
        item["identity"] = new JsonObject
        {
            ["acknowledged"] = false,
            ["created_timestamp"] = MessageValue.Seconds(at),
            ["hash"] = KeyHash(phone),
        };
        item["system"] = system;
        item["type"] = "system";

        var value = MessageValue.For(to);
        value["messages"] = new JsonArray(item);
        return new Webhook(to.WabaId, MessageValue.Field, value, id, phone.Number);
    }

    public static Webhook OfUserId(Phone before, Phone after, BusinessNumber to, DateTimeOffset at) =>
        About(
            after,
            to,
            "user_id_update",
            new JsonObject
            {
                ["detail"] = "User changed their phone number",
                ["user_id"] = new JsonObject { ["previous"] = before.UserId, ["current"] = after.UserId },
                ["timestamp"] = MessageValue.Seconds(at),
            }
        );

    public static Webhook OfPreference(Phone phone, BusinessNumber to, bool stopped, DateTimeOffset at) =>
        About(
            phone,
            to,
            "user_preferences",
            new JsonObject
            {
                ["user_id"] = phone.UserId,
                ["detail"] = stopped ? "User requested to stop marketing messages" : "User requested to resume marketing messages",
                ["category"] = "marketing_messages",
                ["value"] = stopped ? "stop" : "resume",
                ["timestamp"] = at.ToUnixTimeSeconds(),
            }
        );

    private static Webhook About(Phone phone, BusinessNumber to, string field, JsonObject item)
    {
        if (!phone.PhoneWithheld)
            item["wa_id"] = phone.Spelled;
        var value = MessageValue.For(to);
        value["contacts"] = MessageValue.Contacts(phone);
        value[field] = new JsonArray(item);
        return new Webhook(to.WabaId, field, value, phone.Number, phone.Number);
    }

    private static string KeyHash(Phone phone) =>
        Convert.ToBase64String(
            SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{phone.UserId}.{phone.Installations}"))).AsSpan(0, 8)
        );
}
