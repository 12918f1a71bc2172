using MultiLine.Connectors.WhatsApp.Webhooks.Templates;
using MultiLine.Grains.Interfaces.Templates;

namespace MultiLine.Grains.Webhooks;

/// <summary>What is told of templates, in the form that crosses grain calls.</summary>
internal static class TemplateNotices
{
    public static TemplateReport ToReport(this TemplateStatusUpdate update) => new(
        update.TemplateId,
        update.Name,
        update.Language,
        update.Event,
        update.RejectionReason ?? update.Reason,
        update.Timestamp,
        update.Title,
        update.DisabledAt);

    public static TemplateNews ToNews(this TemplateNotice notice)
    {
        var category = notice as TemplateCategoryUpdate;
        return new TemplateNews
        {
            TemplateId = notice.TemplateId,
            Name = notice.Name,
            Language = notice.Language,
            At = notice.Timestamp,
            Quality = (notice as TemplateQualityUpdate)?.Quality,
            Category = category?.Category,
            ImpendingCategory = category?.ImpendingCategory,
            ImpendingAt = category?.ImpendingAt,
        };
    }
}
