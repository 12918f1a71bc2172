using System.Text.Json.Nodes;
using MultiLine.Simulator.Businesses.Coexistence;
using MultiLine.Simulator.Phones.Acts;
using MultiLine.Simulator.Phones.Messages;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.Webhooks.Messages;

namespace MultiLine.Simulator.Webhooks.Coexistence;

/// <summary>What happens in the WhatsApp Business app, as the business's software is told of it.</summary>
internal static class CoexistenceWebhook
{
    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/smb_message_echoes"/></remarks>
    public static Webhook OfEcho(Message message, ContactMessage said, BusinessNumber from, Phone to)
    {
        var item = new JsonObject { ["from"] = from.Digits };
        if (!to.PhoneWithheld)
            item["to"] = to.Spelled;
        item["to_user_id"] = to.UserId;
        item["id"] = message.Id;
        item["timestamp"] = MessageValue.Seconds(message.At);
        if (said.ReplyTo is not null)
            item["context"] = new JsonObject { ["id"] = said.ReplyTo };
        item["type"] = said.Type;
        item[said.Type] = said.Content;
        return Of(from, to, "smb_message_echoes", "message_echoes", item, message.Id);
    }

    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/history"/></remarks>
    public static Webhook OfHistory(HistoryChunk chunk, BusinessNumber number, Phone phone, DateTimeOffset now)
    {
        var thread = new JsonObject();
        var context = new JsonObject { ["user_id"] = phone.UserId };
        if (!phone.PhoneWithheld)
        {
            thread["id"] = phone.Spelled;
            context["wa_id"] = phone.Spelled;
        }
        thread["context"] = context;
        thread["messages"] = new JsonArray([.. chunk.Messages!.Select(message => Past(message, number, phone, now))]);
        var item = new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["phase"] = chunk.Phase,
                ["chunk_order"] = chunk.ChunkOrder,
                ["progress"] = chunk.Progress,
            },
            ["threads"] = new JsonArray(thread),
        };
        return Of(number, phone, "history", "history", item, number.Id);
    }

    public static Webhook OfDeclinedHistory(BusinessNumber number, Phone phone)
    {
        var error = new JsonObject
        {
            ["code"] = 2593109,
            ["title"] = "History sync is turned off by the business from the WhatsApp Business App",
            ["message"] = "History sync is turned off by the business from the WhatsApp Business App",
            ["error_data"] = new JsonObject { ["details"] = "History sharing is turned off by the business" },
        };
        return Of(number, phone, "history", "history", new JsonObject { ["errors"] = new JsonArray(error) }, number.Id);
    }

    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/smb_app_state_sync"/></remarks>
    public static Webhook OfAddressBook(AddressBookChange change, BusinessNumber number, Phone phone, DateTimeOffset now)
    {
        var contact = new JsonObject { ["full_name"] = change.FullName ?? phone.Name, ["first_name"] = change.FirstName ?? phone.Name.Split(' ')[0] };
        if (!phone.PhoneWithheld)
            contact["phone_number"] = phone.Spelled;
        contact["user_id"] = phone.UserId;
        var item = new JsonObject
        {
            ["type"] = "contact",
            ["contact"] = contact,
            ["action"] = change.Action,
            ["metadata"] = new JsonObject { ["timestamp"] = MessageValue.Seconds(now) },
        };
        return Of(number, phone, "smb_app_state_sync", "state_sync", item, phone.Number);
    }

    private static JsonObject Past(PastMessage message, BusinessNumber number, Phone phone, DateTimeOffset now)
    {
        var byContact = message.From == "contact";
        var item = new JsonObject();
        if (!byContact)
        {
            item["from"] = number.Digits;
            item["to_user_id"] = phone.UserId;
        }
        else
        {
            item["from_user_id"] = phone.UserId;
        }
        if (!phone.PhoneWithheld)
            item[byContact ? "from" : "to"] = phone.Spelled;
        item["id"] = Wamid.New(phone.Number, byContact);
        item["timestamp"] = MessageValue.Seconds(now - TimeSpan.FromSeconds(message.SecondsAgo));
        item["type"] = "text";
        item["text"] = new JsonObject { ["body"] = message.Text };
        item["history_context"] = new JsonObject { ["status"] = message.Status ?? "READ" };
        return item;
    }

    private static Webhook Of(BusinessNumber number, Phone phone, string field, string list, JsonObject item, string subject)
    {
        var value = MessageValue.For(number);
        value[list] = new JsonArray(item);
        return new Webhook(number.WabaId, field, value, subject, phone.Number);
    }
}
