using System.Net;
using MultiLine.Walkthrough.Expectations;
using MultiLine.Walkthrough.Product;
using MultiLine.Walkthrough.Telling;

namespace MultiLine.Walkthrough.Story;

/// <summary>The opt-in request is a template: nothing goes out before Meta has approved it.</summary>
internal static class OptInTemplate
{
    private const string Text = "Guten Tag, may I reach you here?";

    private const string OldWords = "Do you agree?";
    private const string NewWords = "May we write to you here?";
    private const string Reason = "INCORRECT_CATEGORY";

    public static IReadOnlyList<Step> Steps { get; } =
    [
        new("request-pending", "The opt-in request lies with the reviewer, so nothing can be sent yet.", WaitForReviewAsync),
        new("request-rejected", "The reviewer rejects it; the refusal of the next send says why.", RejectAsync),
        new("request-approved", "The administrator changes the words and the reviewer approves them.", ApproveAsync),
    ];

    private static async Task WaitForReviewAsync(Stage stage)
    {
        var request = await stage.Simulator.TemplateAsync(OldWords);
        Expect.Equal("PENDING", request.Status, "The status of the request at the reviewer's");
        await RefusedAsync(stage, "pending");
    }

    private static async Task RejectAsync(Stage stage)
    {
        await stage.Simulator.DecideAsync(await stage.Simulator.TemplateAsync(OldWords), "REJECTED", Reason);
        await ProductKnowsAsync(stage, OldWords, "rejected");
        await RefusedAsync(stage, Reason);
    }

    private static async Task ApproveAsync(Stage stage)
    {
        await stage.Administrator.PutAsync("api/v1/opt-in-template", new
        {
            language = "en_US",
            body = $"Hello {{{{1}}}}, this is {{{{2}}}}. Our messages are recorded. {NewWords}",
            footer = "Reply STOP at any time.",
            accept = "Yes",
            decline = "No",
        }).Is(HttpStatusCode.OK);
        await stage.Simulator.DecideAsync(await stage.Simulator.TemplateAsync(NewWords), "APPROVED");
        await ProductKnowsAsync(stage, NewWords, "approved");
    }

    /// <summary>Waits until the reviewer's webhook has arrived.</summary>
    private static async Task ProductKnowsAsync(Stage stage, string words, string status)
    {
        await stage.Patience.UntilAsync(
            $"the product knows that the request is {status}",
            async () => (await stage.Administrator.LookAsync("api/v1/templates").Is(HttpStatusCode.OK)).Body.List().Any(template =>
                template.Member("body").Text().Contains(words, StringComparison.Ordinal) && template.Member("status").Text() == status));
        Narrator.Say($"the reviewer's verdict arrives: {status}");
    }

    private static async Task RefusedAsync(Stage stage, string why)
    {
        var refusal = await stage.Anna.SendAsync(Text, basis: "existing_client").Refuses(HttpStatusCode.Conflict, "template_not_approved");
        Expect.That(refusal["detail"].Text().Contains(why, StringComparison.Ordinal), $"the refusal says {why}");
        Expect.Equal(0, (await stage.Anna.MessagesAsync()).Count, "The number of messages in the thread");
    }
}
