using System.Net;
using MultiLine.Walkthrough.Expectations;
using MultiLine.Walkthrough.Product;
using MultiLine.Walkthrough.Telling;

namespace MultiLine.Walkthrough.Story;

/// <summary>People sign in and find their line.</summary>
internal static class Arriving
{
    public static IReadOnlyList<Step> Steps { get; } =
    [
        new("sign-in", "Three people sign in with one-time links; a link works once.", SignInAsync),
        new("line", "The person finds the line and its number, and listens to it.", FindLineAsync),
        new("contact", "The person enters a contact's number.", EnterContactAsync),
    ];

    private static async Task SignInAsync(Stage stage)
    {
        await stage.User.SignInAsync(stage.Options.UserLink).Is(HttpStatusCode.OK);
        await stage.Administrator.SignInAsync(stage.Options.AdministratorLink).Is(HttpStatusCode.OK);
        await stage.Compliance.SignInAsync(stage.Options.ComplianceLink).Is(HttpStatusCode.OK);

        using var latecomer = new ProductClient(stage.Options.Product);
        await latecomer.SignInAsync(stage.Options.UserLink).Refuses(HttpStatusCode.Unauthorized, "unauthenticated");
        await latecomer.GetAsync("api/v1/me").Refuses(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    private static async Task FindLineAsync(Stage stage)
    {
        var me = await stage.User.GetAsync("api/v1/me").Is(HttpStatusCode.OK);
        var line = me["lines"].List().FirstOrDefault(line => line.Member("id").Text() == stage.Options.Line);
        Expect.That(
            line.Member("numbers").List().Any(number => number.Member("channel").Text() == "whatsapp"),
            $"the person has the line {stage.Options.Line} with a WhatsApp number");
        stage.Listen();
    }

    private static async Task EnterContactAsync(Stage stage)
    {
        var anna = await stage.MeetAsync("Anna Berger", "+4915155501001");
        await stage.User.GetAsync($"api/v1/contacts/{anna.Contact}").Is(HttpStatusCode.OK);
        Expect.Equal("not_asked", (await anna.SessionAsync())["consent"].Text(), "The consent");
    }
}
