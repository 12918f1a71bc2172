using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Webhooks;

/// <summary>Reads the value of a <c>message_template_status_update</c>.</summary>
internal static class TemplateStatusReader
{
    public static WebhookItem Read(JsonElement value, JsonElement entry, ReadOnlyMemory<byte> raw, WebhookOrigin origin)
    {
        if (entry.Id("id") is not { } wabaId
            || value.Id("message_template_id") is not { } templateId
            || value.Text("message_template_name") is not { Length: > 0 } name
            || value.Text("message_template_language") is not { Length: > 0 } language
            || value.Text("event") is not { Length: > 0 } happened)
        {
            return new UnhandledItem(UnhandledReason.Malformed) { Raw = raw, Origin = origin };
        }

        var rejection = value.Member("rejection_info");
        return new TemplateStatusUpdate
        {
            WabaId = wabaId,
            TemplateId = templateId,
            Name = name,
            Language = language,
            Event = happened,
            Reason = value.Text("reason") is { } reason and not "NONE" ? reason : null,
            RejectionReason = rejection.Text("reason"),
            RejectionRecommendation = rejection.Text("recommendation"),
            Category = value.Text("message_template_category"),
            Timestamp = entry.UnixTime("time"),
            Raw = raw,
            Origin = origin,
        };
    }
}
