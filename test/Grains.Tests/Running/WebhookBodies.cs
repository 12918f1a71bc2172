using System.Globalization;
using System.Text.Json.Nodes;

namespace MultiLine.Grains.Tests.Running;

/// <summary>Webhooks as WhatsApp writes them, for what the simulator would not send by itself.</summary>
internal static class WebhookBodies
{
    /// <summary>One webhook with these changes.</summary>
    public static byte[] Of(params JsonNode?[] changes) => Of(Firms.NorthwindAccount, changes);

    public static byte[] Of(string account, params JsonNode?[] changes) => Of(new JsonObject { ["id"] = account, ["changes"] = new JsonArray(changes) });

    /// <summary>One webhook with these changes and the provider's time of them, which stands with anything but messages.</summary>
    public static byte[] Of(DateTimeOffset at, params JsonNode?[] changes) =>
        Of(new JsonObject { ["id"] = Firms.NorthwindAccount, ["time"] = at.ToUnixTimeSeconds(), ["changes"] = new JsonArray(changes) });

    public static JsonObject Text(
        string wamid, string text, DateTimeOffset at, string? phone = null, string? bsuid = null, string number = Firms.NorthwindNumber,
        string? quoted = null)
    {
        var digits = phone?.TrimStart('+');
        var contact = Without(new JsonObject { ["profile"] = new JsonObject { ["name"] = "Ada" }, ["wa_id"] = digits, ["user_id"] = bsuid });
        var message = Without(new JsonObject
        {
            ["from"] = digits,
            ["from_user_id"] = bsuid,
            ["id"] = wamid,
            ["timestamp"] = Seconds(at),
            ["type"] = "text",
            ["text"] = new JsonObject { ["body"] = text },
            ["context"] = quoted is null ? null : new JsonObject { ["id"] = quoted },
        });
        return Change(number, "messages", message, contact);
    }

    public static JsonObject Status(string wamid, string status, DateTimeOffset at, string? callbackData = null) =>
        Change(
            Firms.NorthwindNumber,
            "statuses",
            Without(new JsonObject
            {
                ["id"] = wamid,
                ["status"] = status,
                ["timestamp"] = Seconds(at),
                ["recipient_id"] = "4915123456789",
                ["biz_opaque_callback_data"] = callbackData,
            }));

    /// <param name="words">The reviewer's.</param>
    public static JsonObject TemplateStatus(string id, string name, string happened, string? words = null) => new()
    {
        ["field"] = "message_template_status_update",
        ["value"] = Without(new JsonObject
        {
            ["event"] = happened,
            ["message_template_id"] = id,
            ["message_template_name"] = name,
            ["message_template_language"] = "en_US",
            ["rejection_info"] = words is null ? null : new JsonObject { ["reason"] = words },
        }),
    };

    /// <summary>A change that names a template.</summary>
    public static JsonObject TemplateNews(string field, string id, string name, params (string Name, JsonNode Value)[] members)
    {
        var value = new JsonObject { ["message_template_id"] = id, ["message_template_name"] = name, ["message_template_language"] = "en_US" };
        foreach (var (member, said) in members)
        {
            value[member] = said;
        }

        return new JsonObject { ["field"] = field, ["value"] = value };
    }

    /// <summary>A change whose value is written out.</summary>
    public static JsonObject Field(string field, string value) => new() { ["field"] = field, ["value"] = JsonNode.Parse(value) };

    private static byte[] Of(JsonObject entry) => System.Text.Encoding.UTF8.GetBytes(
        new JsonObject { ["object"] = "whatsapp_business_account", ["entry"] = new JsonArray(entry) }.ToJsonString());

    private static JsonObject Change(string number, string member, JsonObject item, JsonObject? contact = null)
    {
        var value = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["metadata"] = new JsonObject { ["display_phone_number"] = number, ["phone_number_id"] = number },
        };
        if (contact is not null)
        {
            value["contacts"] = new JsonArray(contact);
        }

        value[member] = new JsonArray(item);
        return new JsonObject { ["field"] = "messages", ["value"] = value };
    }

    /// <summary>WhatsApp leaves out what it does not say.</summary>
    private static JsonObject Without(JsonObject item)
    {
        foreach (var (name, _) in item.Where(member => member.Value is null).ToList())
        {
            item.Remove(name);
        }

        return item;
    }

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
