namespace MultiLine.Web.Tests.Products;

/// <summary>The bank's templates, submitted by its administrator and approved by the simulator.</summary>
internal static class Templates
{
    public const string Reminder = "appointment_reminder";

    public const string DocumentReady = "document_ready";

    private static readonly object[] Drafts =
    [
        new
        {
            name = Reminder,
            language = "en_US",
            category = "UTILITY",
            body = "Hello {{1}}, this is a reminder of your appointment with us on {{2}}. Reply here if the time no longer suits you.",
            examples = (string[])["Maria", "Monday at ten"],
        },
        new
        {
            name = DocumentReady,
            language = "en_US",
            category = "UTILITY",
            body = "Hello {{1}}, the document that you asked for is ready in your online vault. Reply here if you have questions about it.",
            examples = (string[])["Maria"],
        },
    ];

    /// <summary>Returns when they and the opt-in request may be sent.</summary>
    public static async Task ApproveAsync(JsonApi administrator)
    {
        foreach (var draft in Drafts)
        {
            await administrator.PostAsync("templates", draft);
        }

        await Eventually.UntilAsync("approved templates", async () =>
            (await administrator.PostAsync("templates/sync"))!.AsArray() is { Count: > 0 } known && known.All(template => (string?)template!["status"] == "approved")
            && (string?)(await administrator.GetAsync("opt-in-template"))!["template"]?["status"] == "approved");
    }
}
