using System.Globalization;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Graph.Templates;

namespace MultiLine.Simulator.Webhooks;

/// <summary>What the review of a template led to, as the business is told of it.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update"/></remarks>
internal static class TemplateWebhook
{
    public static Webhook Of(Template template, Verdict verdict)
    {
        var value = new JsonObject
        {
            ["event"] = verdict.Event,
            ["message_template_id"] = long.Parse(template.Id, CultureInfo.InvariantCulture),
            ["message_template_name"] = template.Name,
            ["message_template_language"] = template.Language,
            ["reason"] = template.RejectedReason,
            ["message_template_category"] = template.Category,
        };
        if (verdict.Status == "REJECTED" && verdict.Recommendation is not null)
        {
            value["rejection_info"] = new JsonObject { ["reason"] = template.RejectedReason, ["recommendation"] = verdict.Recommendation };
        }

        return new Webhook(template.WabaId, "message_template_status_update", value, template.Id, template.Id);
    }
}
