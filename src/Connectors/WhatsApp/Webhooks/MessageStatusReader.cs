using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Webhooks;

/// <summary>Reads one of <c>value.statuses</c>.</summary>
internal static class MessageStatusReader
{
    public static WebhookItem Read(JsonElement status, ItemPlace place)
    {
        if (status.Text("recipient_type") == "group") return place.Unhandled(status, UnhandledReason.Group);
        if (status.TextOrNumber("id") is not { } wamid || status.UnixTime("timestamp") is not { } timestamp)
            return place.Unhandled(status, UnhandledReason.Malformed);
        if (ReadStatus(status.Text("status")) is not { } delivery) return place.Unhandled(status, UnhandledReason.UnknownStatus);

        var recipient = status.Text("recipient_id");
        var pricing = status.Member("pricing");
        return new MessageStatus
        {
            PhoneNumberId = place.Number,
            Wamid = wamid,
            Status = delivery,
            Timestamp = timestamp,
            RecipientPhone = WireIdentity.Phone(recipient),
            RecipientUserId = WireIdentity.UserId(status.Text("recipient_user_id")) ?? WireIdentity.UserIdInPlaceOfPhone(recipient),
            CallbackData = status.Text("biz_opaque_callback_data"),
            Error = GraphErrorReader.ReadFirst(status),
            Pricing = pricing.ValueKind == JsonValueKind.Object ? place.Raw(pricing) : default,
            Raw = place.Raw(status),
            Origin = place.Origin,
        };
    }

    private static DeliveryStatus? ReadStatus(string? status) => status switch
    {
        "sent" => DeliveryStatus.Sent,
        "delivered" => DeliveryStatus.Delivered,
        "read" => DeliveryStatus.Read,
        "played" => DeliveryStatus.Played,
        "failed" => DeliveryStatus.Failed,
        _ => null,
    };
}
