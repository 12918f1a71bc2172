using System.Text.Json.Nodes;
using MultiLine.Simulator.Phones.Messages;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Webhooks.Messages;

/// <summary>What has become of a message that the business sent.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status"/></remarks>
internal static class StatusWebhook
{
    public static Webhook Of(Message message, BusinessNumber from, Phone? to)
    {
        var (status, at) = message.Statuses[^1];
        var item = new JsonObject
        {
            ["id"] = message.Id,
            ["status"] = status.ToString().ToLowerInvariant(),
            ["timestamp"] = MessageValue.Seconds(at),
        };
        AddRecipient(item, message, status, to);
        if (message.CallbackData is not null)
            item["biz_opaque_callback_data"] = message.CallbackData;
        if (HasPricing(message, status))
            item["pricing"] = Pricing(message);
        if (status == MessageStatus.Failed && message.Failure is { } failure)
            item["errors"] = new JsonArray(failure.ToJson());

        var value = MessageValue.For(from);
        if (status != MessageStatus.Failed && to is not null)
            value["contacts"] = MessageValue.Contacts(to);
        value["statuses"] = new JsonArray(item);
        return new Webhook(from.WabaId, MessageValue.Field, value, message.Id, message.Contact);
    }

    /// <summary>Phone number or BSUID or both, by how the business addressed the contact and what the contact withholds.</summary>
    private static void AddRecipient(JsonObject item, Message message, MessageStatus status, Phone? to)
    {
        if (!message.ByUserId || to is { PhoneWithheld: false })
            item["recipient_id"] = to?.Spelled ?? message.Contact;
        if (message.ByUserId || (to is not null && status != MessageStatus.Failed))
            item["recipient_user_id"] = to?.UserId ?? message.Contact;
    }

    /// <summary>With <c>sent</c>, and with the first of <c>delivered</c> and <c>read</c> that is told.</summary>
    private static bool HasPricing(Message message, MessageStatus status) =>
        status is MessageStatus.Sent or MessageStatus.Delivered || (status == MessageStatus.Read && message.DeliveryUntold);

    /// <summary>Templates are billed each; other messages count against the free allotment of service messages.</summary>
    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing"/></remarks>
    private static JsonObject Pricing(Message message)
    {
        var isTemplate = message.Type == "template";
        return new JsonObject
        {
            ["billable"] = isTemplate,
            ["pricing_model"] = "PMP",
            ["type"] = isTemplate ? "regular" : "free_customer_service",
            ["category"] = message.Category,
        };
    }
}
