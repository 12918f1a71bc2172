using System.Text.Json;
using MultiLine.Connectors.WhatsApp.Webhooks.Messages;

namespace MultiLine.Connectors.WhatsApp.Webhooks.Calls;

/// <summary>Reads what the field <c>calls</c> holds.</summary>
internal static class CallReader
{
    /// <summary>Reads one of <c>value.calls</c>.</summary>
    public static WebhookItem ReadEvent(JsonElement call, ItemPlace place)
    {
        if (call.TextOrNumber("id") is not { } id || call.Text("event") is not { Length: > 0 } happened || call.UnixTime("timestamp") is not { } timestamp)
            return place.Unhandled(call, UnhandledReason.Malformed);

        bool? inbound = call.Text("direction") switch
        {
            "USER_INITIATED" => true,
            "BUSINESS_INITIATED" => false,
            _ => null,
        };
        var (number, userId) = inbound == false ? ("to", "to_user_id") : ("from", "from_user_id");
        var contact = place.OnlyContact(call, number, call.Text(userId));
        var phone = WireIdentity.Phone(call.Text(number)) ?? contact?.Phone;
        var user = WireIdentity.UserId(call.Text(userId)) ?? WireIdentity.UserIdInPlaceOfPhone(call.Text(number)) ?? contact?.UserId;
        if (phone is null && user is null) return place.Unhandled(call, UnhandledReason.NoSender);

        return new CallEvent
        {
            PhoneNumberId = place.Number,
            CallId = id,
            Event = happened,
            Timestamp = timestamp,
            Inbound = inbound,
            Phone = phone,
            UserId = user,
            ProfileName = contact?.ProfileName,
            Username = contact?.Username,
            Status = call.Text("status"),
            StartedAt = call.UnixTime("start_time"),
            EndedAt = call.UnixTime("end_time"),
            Duration = call.Number("duration") is { } seconds and >= 0 ? TimeSpan.FromSeconds(seconds) : null,
            File = File(call.Member("call_recording").Member("audio")) ?? File(call.Member("call_transcript").Member("document")),
            Raw = place.Raw(call),
            Origin = place.Origin,
        };
    }

    /// <summary>Reads one of <c>value.statuses</c>.</summary>
    public static WebhookItem ReadStatus(JsonElement status, ItemPlace place)
    {
        var recipient = status.Text("recipient_id");
        return status.TextOrNumber("id") is { } id && status.Text("status") is { Length: > 0 } said && status.UnixTime("timestamp") is { } timestamp
            ? new CallStatus
            {
                PhoneNumberId = place.Number,
                CallId = id,
                Status = said,
                Timestamp = timestamp,
                RecipientPhone = WireIdentity.Phone(recipient),
                RecipientUserId = WireIdentity.UserId(status.Text("recipient_user_id")) ?? WireIdentity.UserIdInPlaceOfPhone(recipient),
                Raw = place.Raw(status),
                Origin = place.Origin,
            }
            : place.Unhandled(status, UnhandledReason.Malformed);
    }

    private static MediaObject? File(JsonElement file) => file.Id("id") is { } id
        ? new MediaObject(id) { MimeType = file.Text("mime_type"), Sha256 = file.Text("sha256"), Url = file.Text("url") }
        : null;
}
