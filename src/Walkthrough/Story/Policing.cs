using System.Net;
using MultiLine.Walkthrough.Expectations;
using MultiLine.Walkthrough.Product;
using MultiLine.Walkthrough.Telling;

namespace MultiLine.Walkthrough.Story;

/// <summary>The firm's policy takes out what may not go to WhatsApp, stops what may not go out at all, and an officer looks at both.</summary>
internal static class Policing
{
    /// <summary>Passes the Luhn test and belongs to nobody.</summary>
    private const string Card = "4012 8888 8888 1881";

    private const string Iban = "DE89 3704 0044 0532 0130 00";
    private const string Mark = "[payment card]";

    public static IReadOnlyList<Step> Steps { get; } =
    [
        new("policy", "The administrator lets no card numbers through and no IBANs out, and wants to be told.", PutInForceAsync),
        new("redacted", "A card number is taken out, both ways, before anybody sees it.", RedactAsync),
        new("blocked", "An IBAN does not go out, and its sender is told which rule it was.", BlockAsync),
        new("reviewed", "The administrator was told, and the officer reviews what was found.", ReviewAsync),
    ];

    private static async Task PutInForceAsync(Stage stage)
    {
        var me = (await stage.Administrator.GetAsync("api/v1/me").Is(HttpStatusCode.OK))["id"].Text();
        await stage.Administrator.PutAsync("api/v1/policy", new
        {
            version = (long?)null,
            policy = new
            {
                schema = 1,
                rules = new[] { Rule("cards", "Payment cards", "CREDIT_CARD", "both", "redact", Card, me), Rule("accounts", "No IBANs", "IBAN_CODE", "out", "block", Iban, me) },
            },
        }).Is(HttpStatusCode.OK);
    }

    private static object Rule(string id, string name, string detector, string direction, string action, string example, string told) => new
    {
        id, name, direction, action,
        detectors = new[] { new { type = detector } },
        notify = new[] { told },
        must_match = new[] { new { text = example } },
        must_not_match = new[] { new { text = "See you at ten." } },
    };

    private static async Task RedactAsync(Stage stage)
    {
        var heard = await stage.Anna.HeardAsync(await stage.Anna.Phone.WriteAsync($"My card is {Card}."));
        Expect.Equal($"My card is {Mark}.", heard.Member("text").Text(), "What the person reads");
        const string Shown = $"Is it still {Mark}?";
        var id = await stage.Anna.TakenAsync(stage.Anna.SendAsync($"Is it still {Card}?"), Shown);
        await stage.Anna.ArrivesAsync(id, Shown);
        Expect.That(!(await stage.Anna.Phone.ReceivedAsync()).Any(message => message.Body.Contains(Card, StringComparison.Ordinal)), "the phone never shows the number");
    }

    private static async Task BlockAsync(Stage stage)
    {
        await stage.Anna.HeardAsync(await stage.Anna.Phone.WriteAsync("Where shall I pay to?"));
        var refused = await stage.Anna.SendAsync($"To {Iban}, please.").Refuses(HttpStatusCode.Forbidden, "blocked_by_policy");
        Expect.That(refused["detail"].Text().Contains("No IBANs", StringComparison.Ordinal), "the sender is told the rule");
        Expect.That(!(await stage.Anna.Phone.ReceivedAsync()).Any(message => message.Body.Contains(Iban, StringComparison.Ordinal)), "nothing of it reaches the phone");
    }

    private static async Task ReviewAsync(Stage stage)
    {
        var notices = await stage.Administrator.GetAsync("api/v1/notices").Is(HttpStatusCode.OK);
        Expect.Equal(3, notices["unseen"].Number(), "The number of notices");
        var queue = await stage.Compliance.GetAsync("api/v1/reviews").Is(HttpStatusCode.OK);
        Expect.That(queue.Items.Select(item => item.Member("cause").Text()).SequenceEqual(["block", "redact", "redact"]), "the queue has what was found, newest first");
        var places = queue.Items.Select(item => item.Member("message").Member("place").Number()).ToList();
        await stage.Compliance.PostAsync("api/v1/reviews/decisions", new { places, outcome = "no_issue", note = "As it should be." }).Is(HttpStatusCode.NoContent);
        Expect.Equal(0, (await stage.Compliance.GetAsync("api/v1/reviews").Is(HttpStatusCode.OK))["open"].Number(), "What is left to review");
    }
}
