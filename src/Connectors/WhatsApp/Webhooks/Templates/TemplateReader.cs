using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Webhooks.Templates;

/// <summary>Reads the values of the fields about templates.</summary>
internal static class TemplateReader
{
    /// <summary>Reads a <c>message_template_status_update</c>.</summary>
    public static WebhookItem ReadStatus(JsonElement value, ChangePlace place)
    {
        if (Named.Of(value, place) is not { } template || value.Text("event") is not { Length: > 0 } happened)
        {
            return place.Unhandled(UnhandledReason.Malformed);
        }

        var rejection = value.Member("rejection_info");
        return new TemplateStatusUpdate
        {
            WabaId = template.WabaId,
            TemplateId = template.Id,
            Name = template.Name,
            Language = template.Language,
            Event = happened,
            Reason = value.Text("reason") is { } reason and not "NONE" ? reason : null,
            RejectionReason = rejection.Text("reason"),
            RejectionRecommendation = rejection.Text("recommendation"),
            Category = value.Text("message_template_category"),
            DisabledAt = value.Member("disable_info").UnixTime("disable_date"),
            Title = value.Member("other_info").Text("title"),
            Timestamp = place.Time,
            Raw = place.Raw,
            Origin = place.Origin,
        };
    }

    /// <summary>Reads a <c>message_template_quality_update</c>.</summary>
    public static WebhookItem ReadQuality(JsonElement value, ChangePlace place) =>
        Named.Of(value, place) is { } template && value.Text("new_quality_score") is { Length: > 0 } quality
            ? new TemplateQualityUpdate
            {
                WabaId = template.WabaId,
                TemplateId = template.Id,
                Name = template.Name,
                Language = template.Language,
                Quality = quality,
                PreviousQuality = value.Text("previous_quality_score"),
                Timestamp = place.Time,
                Raw = place.Raw,
                Origin = place.Origin,
            }
            : place.Unhandled(UnhandledReason.Malformed);

    /// <summary>Reads a <c>message_template_components_update</c>.</summary>
    public static WebhookItem ReadComponents(JsonElement value, ChangePlace place) =>
        Named.Of(value, place) is { } template
            ? new TemplateComponentsUpdate
            {
                WabaId = template.WabaId,
                TemplateId = template.Id,
                Name = template.Name,
                Language = template.Language,
                Timestamp = place.Time,
                Raw = place.Raw,
                Origin = place.Origin,
            }
            : place.Unhandled(UnhandledReason.Malformed);

    /// <summary>Reads a <c>template_category_update</c>: with <c>correct_category</c> the change is still to come.</summary>
    public static WebhookItem ReadCategory(JsonElement value, ChangePlace place) =>
        Named.Of(value, place) is { } template && value.Text("new_category") is { Length: > 0 } category
            ? new TemplateCategoryUpdate
            {
                WabaId = template.WabaId,
                TemplateId = template.Id,
                Name = template.Name,
                Language = template.Language,
                Category = category,
                ImpendingCategory = value.Text("correct_category") is { Length: > 0 } impending && impending != category ? impending : null,
                ImpendingAt = value.UnixTime("category_update_timestamp"),
                Timestamp = place.Time,
                Raw = place.Raw,
                Origin = place.Origin,
            }
            : place.Unhandled(UnhandledReason.Malformed);

    /// <summary>The template that a value names, with the account that it is in.</summary>
    private sealed record Named(string WabaId, string Id, string Name, string Language)
    {
        public static Named? Of(JsonElement value, ChangePlace place) =>
            place.EntryId is { } wabaId
            && value.Id("message_template_id") is { } id
            && value.Text("message_template_name") is { Length: > 0 } name
            && value.Text("message_template_language") is { Length: > 0 } language
                ? new Named(wabaId, id, name, language)
                : null;
    }
}
