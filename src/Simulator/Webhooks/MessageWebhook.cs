using System.Text.Json.Nodes;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Webhooks;

/// <summary>A message of a contact, as the business is told of it.</summary>
internal static class MessageWebhook
{
    public static Webhook OfText(Message message, Phone from, BusinessNumber to) =>
        Of(message, from, to, "text", new JsonObject { ["body"] = message.Shown.Body });

    /// <summary>A tapped button: of type <c>button</c> for a template's quick reply, <c>interactive</c> for a reply button.</summary>
    public static Webhook OfTap(Message message, BubbleButton button, Phone from, BusinessNumber to) =>
        button.Kind == "reply"
            ? Of(
                message,
                from,
                to,
                "interactive",
                new JsonObject
                {
                    ["type"] = "button_reply",
                    ["button_reply"] = new JsonObject { ["id"] = button.Payload, ["title"] = button.Text },
                }
            )
            : Of(message, from, to, "button", new JsonObject { ["payload"] = button.Payload ?? button.Text, ["text"] = button.Text });

    private static Webhook Of(Message message, Phone from, BusinessNumber to, string type, JsonObject content)
    {
        var item = new JsonObject();
        if (message.ReplyTo is not null)
            item["context"] = new JsonObject { ["from"] = to.Digits, ["id"] = message.ReplyTo };
        if (!from.PhoneWithheld)
            item["from"] = from.Spelled;
        item["from_user_id"] = from.UserId;
        item["id"] = message.Id;
        item["timestamp"] = MessageValue.Seconds(message.At);
        item["type"] = type;
        item[type] = content;

        var value = MessageValue.For(to);
        value["contacts"] = MessageValue.Contacts(from);
        value["messages"] = new JsonArray(item);
        return new Webhook(to.WabaId, MessageValue.Field, value, message.Id, message.Contact);
    }
}
