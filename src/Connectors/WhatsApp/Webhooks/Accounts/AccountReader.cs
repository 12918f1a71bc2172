using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Webhooks.Accounts;

/// <summary>Reads the values of the fields about accounts.</summary>
internal static class AccountReader
{
    private const string MaxDaily = "max_daily_conversations_per_business";

    /// <summary>Reads an <c>account_update</c>. What is about partners has the business portfolio in the entry, and the account in the value.</summary>
    public static WebhookItem ReadUpdate(JsonElement value, ChangePlace place)
    {
        var ban = value.Member("ban_info");
        return (value.Member("waba_info").Id("waba_id") ?? place.EntryId) is { } wabaId && value.Text("event") is { Length: > 0 } happened
            ? new AccountUpdate
            {
                WabaId = wabaId,
                Event = happened,
                Restrictions = Restrictions(value),
                ViolationType = value.Member("violation_info").Text("violation_type"),
                BanState = ban.Text("waba_ban_state"),
                BanDate = ban.TextOrNumber("waba_ban_date"),
                Timestamp = place.Time,
                Raw = place.Raw,
                Origin = place.Origin,
            }
            : place.Unhandled(UnhandledReason.Malformed);
    }

    /// <summary>Reads an <c>account_review_update</c>.</summary>
    public static WebhookItem ReadReview(JsonElement value, ChangePlace place) =>
        place.EntryId is { } wabaId && value.Text("decision") is { Length: > 0 } decision
            ? new AccountReviewUpdate { WabaId = wabaId, Decision = decision, Timestamp = place.Time, Raw = place.Raw, Origin = place.Origin }
            : place.Unhandled(UnhandledReason.Malformed);

    /// <summary>Reads an <c>account_alerts</c>. Its members stand in the value itself or in <c>alert_info</c>, by the version.</summary>
    public static WebhookItem ReadAlert(JsonElement value, ChangePlace place)
    {
        var alert = value.Member("alert_info") is { ValueKind: JsonValueKind.Object } info ? info : value;
        return place.EntryId is { } wabaId && alert.Text("alert_type") is { Length: > 0 } type
            ? new AccountAlert
            {
                WabaId = wabaId,
                Type = type,
                Severity = alert.Text("alert_severity"),
                Description = alert.Text("alert_description"),
                Timestamp = place.Time,
                Raw = place.Raw,
                Origin = place.Origin,
            }
            : place.Unhandled(UnhandledReason.Malformed);
    }

    /// <summary>Reads a <c>business_capability_update</c>.</summary>
    public static WebhookItem ReadCapability(JsonElement value, ChangePlace place)
    {
        var (daily, numbers) = (value.TextOrNumber(MaxDaily), value.Number("max_phone_numbers_per_business"));
        return place.EntryId is { } wabaId && (daily is not null || numbers is not null)
            ? new BusinessCapabilityUpdate
            {
                WabaId = wabaId,
                MaxDailyConversations = daily,
                MaxPhoneNumbers = numbers,
                Timestamp = place.Time,
                Raw = place.Raw,
                Origin = place.Origin,
            }
            : place.Unhandled(UnhandledReason.Malformed);
    }

    private static List<AccountRestriction> Restrictions(JsonElement value) =>
    [
        .. value.ListOf("restriction_info")
            .Where(restriction => restriction.Text("restriction_type") is { Length: > 0 })
            .Select(restriction => new AccountRestriction(restriction.Text("restriction_type")!, restriction.UnixTime("expiration"))),
    ];
}
