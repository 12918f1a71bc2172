using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Webhooks;

/// <summary>Reads one of <c>value.statuses</c>.</summary>
internal static class MessageStatusReader
{
    public static WebhookItem Read(
        JsonElement status, string phoneNumberId, Func<JsonElement, ReadOnlyMemory<byte>> raw, WebhookOrigin origin)
    {
        if (status.Text("recipient_type") == "group") return Unhandled(UnhandledReason.Group);
        if (status.TextOrNumber("id") is not { } wamid || status.UnixTime("timestamp") is not { } timestamp)
            return Unhandled(UnhandledReason.Malformed);
        if (ReadStatus(status.Text("status")) is not { } delivery) return Unhandled(UnhandledReason.UnknownStatus);

        var recipient = status.Text("recipient_id");
        var pricing = status.Member("pricing");
        return new MessageStatus
        {
            PhoneNumberId = phoneNumberId,
            Wamid = wamid,
            Status = delivery,
            Timestamp = timestamp,
            RecipientPhone = WireIdentity.Phone(recipient),
            RecipientUserId = WireIdentity.UserId(status.Text("recipient_user_id")) ?? WireIdentity.UserIdInPlaceOfPhone(recipient),
            CallbackData = status.Text("biz_opaque_callback_data"),
            Error = status.Member("errors") is { ValueKind: JsonValueKind.Array } errors
                ? errors.EnumerateArray().Select(GraphErrorReader.Read).FirstOrDefault(error => error is not null)
                : null,
            Pricing = pricing.ValueKind == JsonValueKind.Object ? raw(pricing) : default,
            Raw = raw(status),
            Origin = origin,
        };

        UnhandledItem Unhandled(string reason) => new(reason, phoneNumberId) { Raw = raw(status), Origin = origin };
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
