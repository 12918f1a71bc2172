using System.Net;
using System.Text.Json;
using MultiLine.Walkthrough.Expectations;
using MultiLine.Walkthrough.Product;
using MultiLine.Walkthrough.Telling;

namespace MultiLine.Walkthrough.Story;

/// <summary>The session lapses by itself, and an approved template reopens the talk.</summary>
internal static class Lapsing
{
    private const string Template = "appointment_reminder";
    private const string AsSeen = "Hello Anna, your appointment is on Tuesday at ten. Does it still suit you?";

    /// <summary>The reviewer wants to see a value for each variable.</summary>
    private static readonly string[] Examples = ["Anna", "Monday at ten"];

    /// <summary>A reminder that fell due while the product was down comes with its next period, a minute later.</summary>
    private static readonly TimeSpan LongestReminder = TimeSpan.FromSeconds(75);

    public static IReadOnlyList<Step> Steps { get; } =
    [
        new("template-approved", "The administrator submits a template and the reviewer approves it.", SubmitAsync),
        new("lapsed", "The contact is silent; the reminder writes the end of the session into the log.", LapseAsync),
        new("session-closed", "Free text is refused.", RefuseTextAsync),
        new("template", "The approved template is taken, with a value for each of its variables.", SendTemplateAsync),
        new("template-arrives", "The contact sees the template filled in; free text is still refused.", SeeTemplateAsync),
        new("open-again", "The contact answers, and free text goes out again.", TalkAgainAsync),
    ];

    private static async Task SubmitAsync(Stage stage)
    {
        await stage.Administrator.PostAsync("api/v1/templates", new
        {
            name = Template,
            language = "en_US",
            category = "UTILITY",
            body = "Hello {{1}}, your appointment is on {{2}}. Does it still suit you?",
            examples = Examples,
        }).Is(HttpStatusCode.Created);
        await stage.Simulator.DecideAsync(await stage.Simulator.TemplateAsync("your appointment is on"), "APPROVED");
        await stage.Patience.UntilAsync(
            "the product knows that the template is approved",
            async () => (await stage.User.LookAsync("api/v1/templates").Is(HttpStatusCode.OK)).Body.List().Any(template =>
                template.Member("name").Text() == Template && template.Member("status").Text() == "approved"));
        Narrator.Say("the reviewer's verdict arrives: approved");
    }

    private static async Task LapseAsync(Stage stage)
    {
        var until = (await stage.Anna.SessionAsync())["session_until"].GetDateTimeOffset();
        var left = until - stage.Patience.Now;
        Narrator.Say($"the session ends at {until:HH:mm:ss}; nobody writes");
        await stage.Patience.ForAsync(left);

        var closed = await stage.Patience.UntilAsync(
            "the log holds the end of the session",
            async () => (await stage.Anna.LogAsync()).Where(entry => entry.Member("type").Text() == "session_closed").Select(entry => new { entry }).LastOrDefault(),
            LongestReminder);
        var written = closed.entry.Member("event");
        Narrator.Say($"log {closed.entry.Member("version").Number()}: {JsonSerializer.Serialize(written)}");
        Expect.Equal("reminder", written.Member("by").Text(), "Who wrote the end of the session");
        Expect.Equal(until, written.Member("until").GetDateTimeOffset(), "The end of the session");
        Expect.That(!(await stage.Anna.SessionAsync())["session_open"].IsTrue(), "the session is closed");
    }

    private static async Task RefuseTextAsync(Stage stage) =>
        await stage.Anna.SendAsync("Does tomorrow still suit you?").Refuses(HttpStatusCode.Conflict, "session_closed");

    private static async Task SendTemplateAsync(Stage stage)
    {
        await stage.Anna.SendTemplateAsync(Template, "en_US", "Anna").Refuses(HttpStatusCode.UnprocessableEntity, "template_parameters");
        await stage.Anna.TakenAsync(stage.Anna.SendTemplateAsync(Template, "en_US", "Anna", "Tuesday at ten"), AsSeen);
    }

    private static async Task SeeTemplateAsync(Stage stage)
    {
        await stage.Anna.ArrivesAsync(stage.Anna.NewestSent, AsSeen);
        await stage.Anna.SendAsync("And bring your passport, please.").Refuses(HttpStatusCode.Conflict, "session_closed");
    }

    private static async Task TalkAgainAsync(Stage stage)
    {
        const string Text = "See you on Tuesday!";
        await stage.Anna.HeardAsync(await stage.Anna.Phone.WriteAsync("Yes, it does."));
        await stage.Anna.ArrivesAsync(await stage.Anna.TakenAsync(stage.Anna.SendAsync(Text), Text), Text);
    }
}
