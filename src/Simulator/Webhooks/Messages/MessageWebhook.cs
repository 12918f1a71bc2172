using System.Text.Json.Nodes;
using MultiLine.Simulator.Phones.Acts;
using MultiLine.Simulator.Phones.Messages;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Webhooks.Messages;

/// <summary>A message of a contact, as the business is told of it.</summary>
internal static class MessageWebhook
{
    public static Webhook Of(Message message, ContactMessage said, Phone from, BusinessNumber to)
    {
        var item = new JsonObject();
        if (Context(said, to) is { } context)
            item["context"] = context;
        if (said.Referral is not null)
            item["referral"] = said.Referral;
        if (!from.PhoneWithheld)
            item["from"] = from.Spelled;
        item["from_user_id"] = from.UserId;
        item["id"] = message.Id;
        item["timestamp"] = MessageValue.Seconds(message.At);
        if (said.Errors is not null)
            item["errors"] = said.Errors;
        item["type"] = said.Type;
        if (said.Content is not null)
            item[said.Type] = said.Content;

        var value = MessageValue.For(to);
        value["contacts"] = MessageValue.Contacts(from);
        value["messages"] = new JsonArray(item);
        return new Webhook(to.WabaId, MessageValue.Field, value, message.Id, message.Contact);
    }

    private static JsonObject? Context(ContactMessage said, BusinessNumber to)
    {
        if (said.ReplyTo is null && said.Forwarded is null)
            return null;

        var context = new JsonObject();
        if (said.ReplyTo is not null)
        {
            context["from"] = to.Digits;
            context["id"] = said.ReplyTo;
        }
        if (said.Forwarded is not null)
            context[said.Forwarded] = true;
        return context;
    }
}
