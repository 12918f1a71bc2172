using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Webhooks.Numbers;

/// <summary>Reads the values of the fields about numbers.</summary>
internal static class NumberReader
{
    /// <summary>Reads a <c>phone_number_quality_update</c>. The limit of the business stands in place of the number's own, which is going away.</summary>
    public static WebhookItem ReadQuality(JsonElement value, ChangePlace place) =>
        place.EntryId is { } wabaId && Digits(value) is { } number && value.Text("event") is { Length: > 0 } happened
            ? new NumberQualityUpdate
            {
                WabaId = wabaId,
                DisplayNumber = number,
                Event = happened,
                Limit = value.TextOrNumber("max_daily_conversations_per_business") ?? value.TextOrNumber("current_limit"),
                Timestamp = place.Time,
                Raw = place.Raw,
                Origin = place.Origin,
            }
            : place.Unhandled(UnhandledReason.Malformed);

    /// <summary>Reads a <c>phone_number_name_update</c>.</summary>
    public static WebhookItem ReadName(JsonElement value, ChangePlace place) =>
        place.EntryId is { } wabaId && Digits(value) is { } number && value.Text("decision") is { Length: > 0 } decision
            ? new NumberNameUpdate
            {
                WabaId = wabaId,
                DisplayNumber = number,
                Decision = decision,
                RequestedName = value.Text("requested_verified_name"),
                Reason = value.Text("rejection_reason") is { Length: > 0 } reason and not "NONE" ? reason : null,
                Timestamp = place.Time,
                Raw = place.Raw,
                Origin = place.Origin,
            }
            : place.Unhandled(UnhandledReason.Malformed);

    /// <summary>Reads a <c>business_username_updates</c>.</summary>
    public static WebhookItem ReadUsername(JsonElement value, ChangePlace place) =>
        place.EntryId is { } wabaId && Digits(value) is { } number && value.Text("status") is { Length: > 0 } status
            ? new BusinessUsernameUpdate
            {
                WabaId = wabaId,
                DisplayNumber = number,
                Status = status,
                Username = value.Text("username"),
                Timestamp = place.Time,
                Raw = place.Raw,
                Origin = place.Origin,
            }
            : place.Unhandled(UnhandledReason.Malformed);

    private static string? Digits(JsonElement value)
    {
        var digits = string.Concat((value.TextOrNumber("display_phone_number") ?? "").Where(char.IsAsciiDigit));
        return digits.Length > 0 ? digits : null;
    }
}
