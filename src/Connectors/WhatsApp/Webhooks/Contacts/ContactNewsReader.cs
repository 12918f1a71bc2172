using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Webhooks.Contacts;

/// <summary>Reads what is told of contacts themselves: new user ids, preferences.</summary>
internal static class ContactNewsReader
{
    /// <summary>Reads one of <c>value.user_id_update</c>.</summary>
    public static WebhookItem ReadUserId(JsonElement update, ItemPlace place)
    {
        var userId = update.Member("user_id");
        var contact = place.OnlyContact(update, "wa_id", userId.Text("current"));
        return WireIdentity.UserId(userId.Text("previous")) is { } previous
            && WireIdentity.UserId(userId.Text("current")) is { } current
            && update.UnixTime("timestamp") is { } timestamp
                ? new UserIdUpdate
                {
                    PhoneNumberId = place.Number,
                    Previous = previous,
                    Current = current,
                    CurrentParent = WireIdentity.UserId(update.Member("parent_user_id").Text("current")),
                    Timestamp = timestamp,
                    Phone = WireIdentity.Phone(update.Text("wa_id")) ?? contact?.Phone,
                    ProfileName = contact?.ProfileName,
                    Username = contact?.Username,
                    Raw = place.Raw(update),
                    Origin = place.Origin,
                }
                : place.Unhandled(update, UnhandledReason.Malformed);
    }

    /// <summary>Reads one of <c>value.user_preferences</c>.</summary>
    public static WebhookItem ReadPreference(JsonElement preference, ItemPlace place)
    {
        var contact = place.OnlyContact(preference, "wa_id", preference.Text("user_id"));
        var phone = WireIdentity.Phone(preference.Text("wa_id")) ?? contact?.Phone;
        var userId = WireIdentity.UserId(preference.Text("user_id")) ?? contact?.UserId;
        if (phone is null && userId is null) return place.Unhandled(preference, UnhandledReason.NoSender);

        return preference.Text("category") is { Length: > 0 } category
            && preference.Text("value") is { Length: > 0 } value
            && preference.UnixTime("timestamp") is { } timestamp
                ? new UserPreference
                {
                    PhoneNumberId = place.Number,
                    Category = category,
                    Value = value,
                    Timestamp = timestamp,
                    Phone = phone,
                    UserId = userId,
                    ProfileName = contact?.ProfileName,
                    Username = contact?.Username,
                    Raw = place.Raw(preference),
                    Origin = place.Origin,
                }
                : place.Unhandled(preference, UnhandledReason.Malformed);
    }
}
