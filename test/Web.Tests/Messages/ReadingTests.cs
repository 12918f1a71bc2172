using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Messages;

/// <summary>The open conversation, as it is read.</summary>
[Collection(ProductForTalks.Name)]
public sealed class ReadingTests(RunningProduct product) : PageTests(product)
{
    [ChromiumFact]
    public async Task Days_are_told_apart_and_ticks_say_what_became_of_a_message()
    {
        var contact = await Product.NewContactAsync("Tom Ticks");
        await Product.Phones.PostAsync($"phones/{contact.Phone}/messages", new { text = "Of two days ago", to = Bank.NumberId, secondsAgo = 2 * 24 * 3600 });
        await Product.WritesAsync(contact, "Of today");
        await Product.SendsAsync(contact, "An answer");
        var window = await OpenAsync(Bank.Nora);

        await window.GoAsync(Inbox.AddressOf(contact));

        await Expect(window.Timeline().GetByRole(AriaRole.Heading, new() { Name = "Today" })).ToBeVisibleAsync();
        await Expect(window.Timeline().GetByRole(AriaRole.Heading)).ToHaveCountAsync(2);
        var ticks = window.Message("An answer").GetByRole(AriaRole.Img, new() { NameRegex = new("Sent|Delivered|Read") });
        await Expect(ticks).ToBeVisibleAsync();

        await Product.Phones.PostAsync($"phones/{contact.Phone}/open");
        await Expect(window.Message("An answer").GetByRole(AriaRole.Img, new() { Name = "Read", Exact = true })).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task What_a_contact_does_with_messages_is_shown_at_them_as_it_happens()
    {
        var contact = await Product.NewContactAsync("Rita Reaction");
        var phone = $"phones/{contact.Phone}";
        var kept = await Write("To be changed");
        var gone = await Write("To be deleted");
        await Product.SendsAsync(contact, "Good news");
        var window = await OpenAsync(Bank.Nora);
        await window.GoAsync(Inbox.AddressOf(contact));
        await Expect(window.Message("To be changed")).ToBeVisibleAsync();

        await Product.Phones.PostAsync($"{phone}/edit", new { messageId = kept, text = "Changed" });
        await Expect(window.Message("Changed").GetByText("Edited")).ToBeVisibleAsync();
        await Product.Phones.PostAsync($"{phone}/revoke", new { messageId = gone });
        await Expect(window.Timeline().GetByText("Rita Reaction deleted this message.")).ToBeVisibleAsync();
        await Expect(window.Message("To be deleted")).ToHaveCountAsync(0);

        var ours = (string)(await Product.Phones.GetAsync($"{phone}/inbox"))!.AsArray().Single(message => (string?)message!["body"] == "Good news")!["id"]!;
        await Product.Phones.PostAsync($"{phone}/reaction", new { messageId = ours, emoji = "👍" });
        await Expect(window.Message("Good news").GetByRole(AriaRole.Img, new() { Name = "Rita Reaction reacted with 👍" })).ToBeVisibleAsync();

        await Product.Phones.PostAsync($"{phone}/messages", new { text = "An answer to it", to = Bank.NumberId, replyTo = ours });
        var quote = window.Message("An answer to it").GetByRole(AriaRole.Button, new() { Name = "Quoted message" });
        await Expect(quote).ToContainTextAsync("Good news");

        async Task<string> Write(string text)
        {
            var sent = await Product.Phones.PostAsync($"{phone}/messages", new { text, to = Bank.NumberId });
            await Product.HasReceivedAsync(contact, text);
            return (string)sent!["id"]!;
        }
    }

    [ChromiumFact]
    public async Task Locations_cards_and_calls_are_described()
    {
        var contact = await Product.NewContactAsync("Lena Location");
        var phone = $"phones/{contact.Phone}";
        await Product.WritesAsync(contact, "Here I am");
        await Product.Phones.PostAsync($"{phone}/location", new { latitude = 52.516, longitude = 13.377, name = "Brandenburger Tor" });
        await Product.Phones.PostAsync(
            $"{phone}/contacts",
            new { contacts = new[] { new { name = new { formattedName = "My accountant", firstName = "My" }, phones = new[] { new { phone = "+49 30 5550199" } } } } });
        var call = (string)(await Product.Phones.PostAsync($"{phone}/calls"))!["id"]!;
        await Product.Phones.PostAsync($"{phone}/calls/{call}/end", new { seconds = 75 });
        var window = await OpenAsync(Bank.Nora);

        await window.GoAsync(Inbox.AddressOf(contact));

        await Expect(window.Message("Brandenburger Tor")).ToContainTextAsync("52.516");
        await Expect(window.Message("My accountant")).ToContainTextAsync("+49 30 5550199");
        await Expect(window.Message("Call from Lena Location")).ToContainTextAsync("1:15");
    }

    [ChromiumFact]
    public async Task What_a_contact_writes_is_shown_letter_by_letter_and_never_run()
    {
        const string Attack = "<img src=x onerror=\"document.title='run'\"> <b>not bold</b> javascript:alert(1)";
        var contact = await Product.NewContactAsync("Malory <script>document.title='run'</script>");
        await Product.WritesAsync(contact, Attack);
        var window = await OpenAsync(Bank.Nora);

        await window.GoAsync(Inbox.AddressOf(contact));

        await Expect(window.Message("not bold")).ToContainTextAsync(Attack);
        await Expect(window.Timeline().Locator("img, b, a")).ToHaveCountAsync(0);
        Assert.NotEqual("run", await window.Page.TitleAsync());
    }

    [ChromiumFact]
    public async Task A_long_conversation_opens_at_its_end_and_is_read_back_to_its_beginning()
    {
        const int Messages = 180;
        var contact = await Product.NewContactAsync("Nora Novel");
        for (var number = 1; number <= Messages; number++)
        {
            await Product.Phones.PostAsync($"phones/{contact.Phone}/messages", new { text = $"Page {number:000}", to = Bank.NumberId });
        }

        await Product.HasReceivedAsync(contact, $"Page {Messages:000}");
        var window = await OpenAsync(Bank.Nora);
        await window.GoAsync(Inbox.AddressOf(contact));
        await Expect(window.Message($"Page {Messages:000}")).ToBeInViewportAsync();
        Assert.True(await window.Timeline().GetByRole(AriaRole.Article).CountAsync() < 60, "Only what can be seen is to be in the document.");

        await window.Timeline().HoverAsync();
        await Eventually.UntilAsync("the beginning of the conversation", async () =>
        {
            await window.Page.Mouse.WheelAsync(0, -1500);
            var beginning = window.Timeline().GetByText("The conversation begins here");
            return await beginning.CountAsync() > 0 && (await beginning.BoundingBoxAsync())?.Y >= (await window.Timeline().BoundingBoxAsync())!.Y;
        });
        await Expect(window.Message("Page 001")).ToBeInViewportAsync();

        await Product.WritesAsync(contact, "Written while she reads above");
        await Expect(window.Message("Page 001")).ToBeInViewportAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("new message|newest") }).ClickAsync();
        await Expect(window.Message("Written while she reads above")).ToBeInViewportAsync();
    }

    [ChromiumTheory, InlineData(Device.Desktop), InlineData(Device.Phone)]
    public async Task A_conversation_that_is_opened_from_the_list_stands_at_its_newest_message(Device device)
    {
        var contact = await Product.NewContactAsync($"Ella End {device}");
        for (var number = 1; number <= 40; number++)
        {
            await Product.Phones.PostAsync($"phones/{contact.Phone}/messages", new { text = $"Line {number:00} of several, which has some length", to = Bank.NumberId });
        }

        await Product.HasReceivedAsync(contact, "Line 40 of several, which has some length");
        var window = await OpenAsync(Bank.Nora, device);
        await window.GoAsync(Inbox.Address);
        await window.Row(contact).ClickAsync();

        await Expect(window.Page.GetByText("Session open:")).ToBeVisibleAsync();
        await Expect(window.Message("Line 40")).ToBeInViewportAsync(new() { Ratio = 1 });

        // What is written takes more lines, and the end of the conversation stays above it.
        await window.Field(contact).FillAsync("One\nTwo\nThree\nFour\nFive");
        await Expect(window.Message("Line 40")).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [ChromiumFact]
    public async Task The_contacts_page_shows_each_step_of_the_consent()
    {
        var contact = await Product.NewContactAsync("Eva Evidence");
        await Product.WritesAsync(contact, "May I ask you something?");
        await Product.WritesAsync(contact, "STOP");
        await Product.HasReceivedAsync(contact, "STOP");
        var window = await OpenAsync(Bank.Nora);
        await window.GoAsync(Inbox.AddressOf(contact));

        await window.Button("Contact").ClickAsync();

        var details = window.Page.GetByRole(AriaRole.Dialog);
        await Expect(details).ToContainTextAsync("By writing first");
        await Expect(details).ToContainTextAsync("Said STOP");
        await Expect(details).ToContainTextAsync(contact.Phone);
        await window.HasNoViolationsAsync();
        await window.KeepAsync("contact");
        await window.Page.Keyboard.PressAsync("Escape");
        await Expect(details).ToBeHiddenAsync();
        await Expect(window.Button("Contact")).ToBeFocusedAsync();
    }

    [ChromiumFact]
    public async Task Compliance_reads_along_and_marks_nothing_as_read()
    {
        var contact = await Product.NewContactAsync("Olaf Observed");
        await Product.WritesAsync(contact, "Read by whom?");
        var (carla, nora) = (await OpenAsync(Bank.Carla), await OpenAsync(Bank.Nora));
        await nora.GoAsync(Inbox.Address);

        await carla.GoAsync(Inbox.AddressOf(contact));
        await Expect(carla.Message("Read by whom?")).ToBeVisibleAsync();
        await Expect(carla.Page.GetByText("You read along for compliance.")).ToBeVisibleAsync();
        await Expect(carla.Page.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);

        await Expect(nora.Row(contact)).ToContainTextAsync("1 unread message");
    }
}
