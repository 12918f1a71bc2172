using MultiLine.Grains.Interfaces.Templates;

namespace MultiLine.Grains.Templates;

/// <summary>What a card says after something was told of its template.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update"/></remarks>
internal static class TemplateChanges
{
    private const string Approved = "approved";
    private const string Paused = "paused";
    private const string Rejected = "rejected";

    /// <summary>The card after the event of a webhook; null for an event that nobody has heard of yet.</summary>
    public static TemplateCard? After(this TemplateCard card, TemplateReport report)
    {
        if (IsWarning(report.Event))
        {
            return card with { Warning = report.Event, DisabledAt = report.DisabledAt ?? card.DisabledAt };
        }

        return StatusAfter(report.Event) is { } status
            ? card with
            {
                Status = status,
                ProviderStatus = report.Event,
                RejectedReason = status == Rejected ? report.Reason : null,
                Pause = status == Paused ? report.Pause : null,
                Warning = null,
                DisabledAt = report.DisabledAt ?? (status == Approved ? null : card.DisabledAt),
            }
            : null;
    }

    public static TemplateCard After(this TemplateCard card, TemplateNews news) => card with
    {
        Quality = news.Quality ?? card.Quality,
        Category = news.Category ?? card.Category,
        ImpendingCategory = news.Category is null ? card.ImpendingCategory : news.ImpendingCategory,
        ImpendingAt = news.Category is null ? card.ImpendingAt : news.ImpendingAt,
    };

    /// <summary>
    /// A card out of the provider's list with what the list doesn't say and webhooks said once: the reviewer's words, the pause's name, what is
    /// going to happen and when.
    /// </summary>
    public static TemplateCard Remembering(this TemplateCard listed, TemplateCard? known)
    {
        if (known is null)
        {
            return listed;
        }

        var (same, impending) = (listed.Status == known.Status, known.ImpendingCategory != listed.Category);
        return listed with
        {
            RejectedReason = same && listed.Status == Rejected ? known.RejectedReason ?? listed.RejectedReason : listed.RejectedReason,
            Quality = listed.Quality ?? known.Quality,
            Pause = same ? known.Pause : null,
            Warning = same ? known.Warning : null,
            DisabledAt = same ? known.DisabledAt : null,
            ImpendingCategory = impending ? known.ImpendingCategory : null,
            ImpendingAt = impending ? known.ImpendingAt : null,
        };
    }

    /// <summary>No verdict: the template stays in use, and something is wrong with it.</summary>
    public static bool IsWarning(string happened) => happened is "FLAGGED" or "LOCKED" or "LIMIT_EXCEEDED";

    private static string? StatusAfter(string happened) => happened switch
    {
        "REINSTATED" or "UNARCHIVED" => TemplateCards.Status("APPROVED"),
        "APPROVED" or "PENDING" or "REJECTED" or "PAUSED" or "DISABLED" or "ARCHIVED" or "IN_APPEAL" or "PENDING_DELETION" or "DELETED" =>
            TemplateCards.Status(happened),
        _ => null,
    };
}
