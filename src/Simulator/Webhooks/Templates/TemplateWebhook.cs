using System.Globalization;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Graph.Templates;

namespace MultiLine.Simulator.Webhooks.Templates;

/// <summary>What has become of a template, as the business is told of it.</summary>
internal static class TemplateWebhook
{
    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update"/></remarks>
    public static Webhook OfStatus(Template template, Verdict verdict, DateTimeOffset at)
    {
        var value = new JsonObject { ["event"] = verdict.Event };
        Name(value, template);
        value["reason"] = template.RejectedReason;
        value["message_template_category"] = template.Category;
        if (verdict.Event == "REJECTED" && verdict.Recommendation is not null)
            value["rejection_info"] = new JsonObject { ["reason"] = template.RejectedReason, ["recommendation"] = verdict.Recommendation };
        if (verdict.Event == "DISABLED")
            value["disable_info"] = new JsonObject { ["disable_date"] = at.ToUnixTimeSeconds() };
        if (TitleOf(template, verdict) is var (title, description))
            value["other_info"] = new JsonObject { ["title"] = title, ["description"] = description };
        return Of(template, "message_template_status_update", value);
    }

    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_quality_update"/></remarks>
    public static Webhook OfQuality(Template template, string before)
    {
        var value = new JsonObject { ["previous_quality_score"] = before, ["new_quality_score"] = template.Quality };
        Name(value, template);
        return Of(template, "message_template_quality_update", value);
    }

    /// <summary>The category has changed.</summary>
    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/template_category_update"/></remarks>
    public static Webhook OfCategory(Template template)
    {
        var value = new JsonObject();
        Name(value, template);
        value["previous_category"] = template.PreviousCategory;
        value["new_category"] = template.Category;
        return Of(template, "template_category_update", value);
    }

    /// <summary>The category is going to change; <c>new_category</c> is the one that it still has.</summary>
    public static Webhook OfCategoryToCome(Template template, string category, DateTimeOffset at)
    {
        var value = new JsonObject();
        Name(value, template);
        value["new_category"] = template.Category;
        value["correct_category"] = category;
        value["category_update_timestamp"] = at.ToUnixTimeSeconds();
        return Of(template, "template_category_update", value);
    }

    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_components_update"/></remarks>
    public static Webhook OfComponents(Template template)
    {
        var value = new JsonObject();
        Name(value, template);
        value["message_template_element"] = template.Part("BODY")?.Text;
        if (template.Part("HEADER")?.Text is { } title)
            value["message_template_title"] = title;
        if (template.Part("FOOTER")?.Text is { } footer)
            value["message_template_footer"] = footer;
        if (template.Part("BUTTONS")?.Buttons is { } buttons)
            value["message_template_buttons"] = new JsonArray([.. buttons.Select(View)]);
        return Of(template, "message_template_components_update", value);
    }

    private static Webhook Of(Template template, string field, JsonObject value) =>
        new(template.WabaId, field, value, template.Id, template.Id);

    private static void Name(JsonObject value, Template template)
    {
        value["message_template_id"] = long.Parse(template.Id, CultureInfo.InvariantCulture);
        value["message_template_name"] = template.Name;
        value["message_template_language"] = template.Language;
    }

    private static (string Title, string Description)? TitleOf(Template template, Verdict verdict) =>
        verdict.Event switch
        {
            "PAUSED" when template.Pauses == 1 => ("FIRST_PAUSE", "The template is paused for 3 hours because of its low quality."),
            "PAUSED" => ("SECOND_PAUSE", "The template is paused for 6 hours because of its low quality."),
            "REINSTATED" => ("UNPAUSE", "The template can be sent again."),
            "DISABLED" => ("DISABLED", "The template is disabled because of its low quality."),
            _ => null,
        };

    private static JsonObject View(TemplateButton button)
    {
        var view = new JsonObject
        {
            ["message_template_button_type"] = button.Type,
            ["message_template_button_text"] = button.Text,
        };
        if (button.Url is not null)
            view["message_template_button_url"] = button.Url;
        if (button.Others.TryGetValue("phone_number", out var number))
            view["message_template_button_phone_number"] = number.ToString();
        return view;
    }
}
