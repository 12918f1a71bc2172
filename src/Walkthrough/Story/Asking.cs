using System.Net;
using MultiLine.Walkthrough.Expectations;
using MultiLine.Walkthrough.Product;
using MultiLine.Walkthrough.Telling;

namespace MultiLine.Walkthrough.Story;

/// <summary>The first message: the contact is asked, says yes, and the message that waited goes out.</summary>
internal static class Asking
{
    private const string First = "Good morning, your statement is ready. When may I call?";
    private const string FirstKey = "walkthrough-first-message";

    public static IReadOnlyList<Step> Steps { get; } =
    [
        new("consent-required", "The first text is refused as long as nobody has asked the contact.", RefuseFirstAsync),
        new("asked", "With a basis for asking, the text waits and the opt-in request goes out.", AskAsync),
        new("consent-pending", "A second text is refused while the contact has not answered.", RefuseSecondAsync),
        new("same-key", "The same request again is answered like the first time; another one under its key is a conflict.", RepeatAsync),
        new("accepted", "The contact taps Yes: the session is open.", AcceptAsync),
        new("goes-out", "The message that waited goes out by itself.", GoOutAsync),
        new("ticks", "The contact opens the chat: delivered becomes read.", ReadAsync),
    ];

    private static async Task RefuseFirstAsync(Stage stage)
    {
        await stage.Anna.SendAsync(First).Refuses(HttpStatusCode.Conflict, "consent_required");
        Expect.Equal(0, (await stage.Anna.MessagesAsync()).Count, "The number of messages in the thread");
    }

    private static async Task AskAsync(Stage stage)
    {
        var id = await stage.Anna.TakenAsync(stage.Anna.SendAsync(First, basis: "existing_client", key: FirstKey), First);
        Expect.Equal("waiting", (await stage.Anna.LookAtMessageAsync(id))["status"].Text(), "The status of the text");

        var request = await stage.Anna.Phone.ReceivesAsync("May we write to you here?");
        Expect.Equal("Yes No", string.Join(' ', request.Buttons), "The buttons of the request");
        Expect.That(request.Body.Contains("Anna Berger", StringComparison.Ordinal), "the request names the contact");
        Expect.Equal(1, (await stage.Anna.Phone.ReceivedAsync()).Count, "The number of messages on the phone");
        Expect.Equal("asked", (await stage.Anna.SessionAsync())["consent"].Text(), "The consent");
    }

    private static async Task RefuseSecondAsync(Stage stage)
    {
        await stage.Anna.SendAsync("Are you there?").Refuses(HttpStatusCode.Conflict, "consent_pending");
        await stage.Anna.AskAsync("existing_client").Refuses(HttpStatusCode.Conflict, "consent_pending");
        Expect.Equal(1, (await stage.Anna.Phone.ReceivedAsync()).Count, "The number of messages on the phone");
    }

    private static async Task RepeatAsync(Stage stage)
    {
        var first = await FirstMessageAsync(stage);
        var again = await stage.Anna.SendAsync(First, basis: "existing_client", key: FirstKey).Is(HttpStatusCode.Accepted);
        Expect.Equal(first, again["message_id"].Text(), "The message of the repeated request");
        await stage.Anna.SendAsync("Something else", basis: "existing_client", key: FirstKey).Refuses(HttpStatusCode.Conflict, "idempotency_conflict");
        Expect.Equal(2, (await stage.Anna.MessagesAsync()).Count, "The number of messages in the thread, with the request");
    }

    private static async Task AcceptAsync(Stage stage)
    {
        var request = await stage.Anna.Phone.ReceivesAsync("May we write to you here?");
        await stage.Anna.HeardAsync(await stage.Anna.Phone.TapAsync(request, "Yes"));
        var session = await stage.Anna.SessionAsync();
        Expect.Equal("granted", session["consent"].Text(), "The consent");
        Expect.That(session["session_open"].IsTrue(), "the tap has opened the session");
        Expect.Equal(
            "asked given",
            string.Join(' ', (await stage.Anna.EvidenceAsync()).Body.List().Select(step => step.Member("step").Text())),
            "The steps of the consent on record");
    }

    private static async Task GoOutAsync(Stage stage) => await stage.Anna.ArrivesAsync(await FirstMessageAsync(stage), First);

    private static async Task ReadAsync(Stage stage)
    {
        await stage.Anna.Phone.OpenAsync();
        var read = await stage.Anna.BecomesAsync(await FirstMessageAsync(stage), "read");
        Expect.That(read["sent_at"].Text().Length > 0 && read["read_at"].Text().Length > 0, "the ticks have their times");
    }

    private static async Task<string> FirstMessageAsync(Stage stage) =>
        (await stage.Anna.MessagesAsync()).FirstOrDefault(message => message.Member("text").Text() == First).Member("message_id").Text();
}
