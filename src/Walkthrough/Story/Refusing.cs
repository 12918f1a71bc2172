using System.Net;
using MultiLine.Walkthrough.Expectations;
using MultiLine.Walkthrough.Product;
using MultiLine.Walkthrough.Telling;

namespace MultiLine.Walkthrough.Story;

/// <summary>Contacts who don't want messages, or can't have them.</summary>
internal static class Refusing
{
    /// <summary>WhatsApp dates messages to the second, and of two answers in one second the refusal counts: people take longer.</summary>
    private static readonly TimeSpan ChangeOfMind = TimeSpan.FromSeconds(1.5);

    private const string Waiting = "Hello Ben, here is Northwind Advisers.";

    public static IReadOnlyList<Step> Steps { get; } =
    [
        new("declined", "A second contact taps No: what waited never goes out, and nothing else may be sent.", DeclineAsync),
        new("yes-by-itself", "The contact alone reopens the talk, with YES.", ReopenAsync),
        new("stop", "STOP works at once, is confirmed, and holds.", StopAsync),
        new("not-on-whatsapp", "A third contact turns out not to be on WhatsApp.", MissAsync),
    ];

    private static async Task DeclineAsync(Stage stage)
    {
        var ben = await stage.MeetAsync("Ben Costa", "+4915155501002");
        var id = await ben.TakenAsync(ben.SendAsync(Waiting, basis: "form"), Waiting);
        var request = await ben.Phone.ReceivesAsync("May we write to you here?");
        await ben.HeardAsync(await ben.Phone.TapAsync(request, "No"));

        var failed = await ben.BecomesAsync(id, "failed");
        Expect.Equal("consent_declined", failed["failure"].Member("code").Text(), "The reason of the failure");
        await RefusesEverythingAsync(ben);
        Expect.Equal(1, (await ben.Phone.ReceivedAsync()).Count, "The number of messages on the phone");
    }

    private static async Task ReopenAsync(Stage stage)
    {
        const string Text = "Good to have you back, Ben.";
        await stage.Patience.ForAsync(ChangeOfMind);
        await stage.Ben.HeardAsync(await stage.Ben.Phone.WriteAsync("YES"));
        Expect.Equal("granted", (await stage.Ben.SessionAsync())["consent"].Text(), "The consent");
        await stage.Ben.TakenAsync(stage.Ben.SendAsync(Text), Text);
        await stage.Ben.Phone.ReceivesAsync(Text);
    }

    private static async Task StopAsync(Stage stage)
    {
        await stage.Patience.ForAsync(ChangeOfMind);
        await stage.Ben.HeardAsync(await stage.Ben.Phone.WriteAsync("STOP"));
        Expect.Equal("withdrawn", (await stage.Ben.SessionAsync())["consent"].Text(), "The consent");
        await RefusesEverythingAsync(stage.Ben);
        await stage.Ben.Phone.ReceivesAsync("You will not get any more messages");
        Expect.Equal(3, (await stage.Ben.Phone.ReceivedAsync()).Count, "The number of messages on the phone, with the confirmation");
    }

    private static async Task MissAsync(Stage stage)
    {
        const string Text = "Hello Clara, may I write to you here?";
        var clara = await stage.MeetAsync("Clara Duval", "+4915155501003", onWhatsApp: false);
        var id = await clara.TakenAsync(clara.SendAsync(Text, basis: "in_person"), Text);
        var failed = await clara.BecomesAsync(id, "failed");
        Expect.Equal("not_on_whatsapp", failed["failure"].Member("code").Text(), "The reason of the failure");
        await clara.SendAsync("Once more", basis: "in_person").Refuses(HttpStatusCode.Conflict, "not_on_whatsapp");
        Expect.That((await clara.SessionAsync())["not_reachable"].IsTrue(), "the contact counts as not reachable");
    }

    private static async Task RefusesEverythingAsync(Talk talk)
    {
        await talk.SendAsync("One more thing").Refuses(HttpStatusCode.Conflict, "consent_declined");
        await talk.SendAsync("One more thing", basis: "existing_client").Refuses(HttpStatusCode.Conflict, "consent_declined");
        await talk.AskAsync("existing_client").Refuses(HttpStatusCode.Conflict, "consent_declined");
    }
}
