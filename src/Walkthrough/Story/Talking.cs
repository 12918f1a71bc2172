using System.Net;
using MultiLine.Walkthrough.Expectations;
using MultiLine.Walkthrough.Product;
using MultiLine.Walkthrough.Telling;

namespace MultiLine.Walkthrough.Story;

/// <summary>The open session: the contact writes, the person answers freely.</summary>
internal static class Talking
{
    private const string Answer = "Perfect. I'll call you tomorrow at ten.";

    public static IReadOnlyList<Step> Steps { get; } =
    [
        new("contact-writes", "The contact answers: unread until the person has read it, and live.", HearAsync),
        new("free-text", "The person answers in free words.", AnswerAsync),
        new("arrives", "The answer arrives on the contact's phone, once.", stage => stage.Anna.ArrivesAsync(stage.Anna.NewestSent, Answer)),
    ];

    private static async Task HearAsync(Stage stage)
    {
        var heard = await stage.Anna.HeardAsync(await stage.Anna.Phone.WriteAsync("Thank you! Tomorrow at ten suits me."));
        await stage.Events.AboutAsync(heard.Member("message_id").Text(), "message_received");

        await UnreadAsync(stage, expected: 2);
        await stage.Anna.MarkReadAsync(heard.Member("place").Number());
        await UnreadAsync(stage, expected: 0);
    }

    private static async Task AnswerAsync(Stage stage) => await stage.Anna.TakenAsync(stage.Anna.SendAsync(Answer), Answer);

    /// <summary>The inbox follows the conversation; it may be a moment behind.</summary>
    private static async Task UnreadAsync(Stage stage, long expected)
    {
        await stage.Patience.UntilAsync(
            $"the inbox shows {expected} unread",
            async () => (await stage.User.LookAsync($"api/v1/lines/{stage.Options.Line}/threads").Is(HttpStatusCode.OK)).Items
                .Any(thread => thread.Member("contact").Member("id").Text() == stage.Anna.Contact && thread.Member("unread").Number() == expected));
        Narrator.Say($"the inbox shows {expected} unread");
    }
}
