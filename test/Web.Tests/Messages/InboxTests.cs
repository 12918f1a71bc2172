using System.Globalization;
using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Messages;

/// <summary>The list of a line's conversations.</summary>
[Collection(ProductForTalks.Name)]
public sealed class InboxTests(RunningProduct product) : PageTests(product)
{
    [ChromiumFact]
    public async Task What_a_contact_writes_appears_at_the_top_without_reload_and_counts_as_unread_until_it_is_seen()
    {
        var (early, late) = (await Product.NewContactAsync("Elena Marchetti"), await Product.NewContactAsync("Lars Nyqvist"));
        await Product.WritesAsync(early, "First.");
        var window = await OpenAsync(Bank.Nora);
        await window.GoAsync(Inbox.Address);
        await Expect(window.Row(early)).ToContainTextAsync("First.");

        await Product.WritesAsync(late, "Second.");
        await Expect(window.Page.Locator("a[data-row]").First).ToContainTextAsync("Lars Nyqvist");
        await Product.WritesAsync(late, "Third.");
        await Expect(window.Row(late)).ToContainTextAsync("2 unread messages");

        await window.Row(late).ClickAsync();
        await Expect(window.Message("Third.")).ToBeVisibleAsync();
        await Expect(window.Row(late)).Not.ToContainTextAsync("unread");
    }

    [ChromiumFact]
    public async Task The_inbox_is_searched_by_name_and_number_and_filtered_by_channel_and_by_what_is_unread()
    {
        var (searched, other, bySms) =
            (await Product.NewContactAsync("Zoë Åkesson"), await Product.NewContactAsync("Otto Brandt"), await Product.NewContactAsync("Sam Sms"));
        await Product.WritesAsync(searched, "Hello");
        await Product.WritesAsync(other, "Hello");
        await Product.Phones.PostAsync($"phones/{bySms.Phone}/sms", new { text = "Hello by SMS", to = Bank.SmsNumber });
        var window = await OpenAsync(Bank.Nora);
        await window.GoAsync(Inbox.Address);
        await Expect(window.Row(bySms)).ToBeVisibleAsync();
        var search = window.Page.GetByRole(AriaRole.Searchbox);

        await search.FillAsync("åkesson");
        await Expect(window.Row(other)).ToHaveCountAsync(0);
        await Expect(window.Row(searched)).ToBeVisibleAsync();
        await search.FillAsync(other.Phone[^8..]);
        await Expect(window.Row(searched)).ToHaveCountAsync(0);
        await Expect(window.Row(other)).ToBeVisibleAsync();
        await search.FillAsync("nobody has this name");
        await Expect(window.Page.GetByText("Nothing found")).ToBeVisibleAsync();
        await search.PressAsync("Escape");

        await window.Button("SMS").ClickAsync();
        await Expect(window.Row(other)).ToHaveCountAsync(0);
        await Expect(window.Row(bySms)).ToBeVisibleAsync();
        await window.Button("WhatsApp").ClickAsync();
        await Expect(window.Row(bySms)).ToHaveCountAsync(0);
        await window.Button("All").ClickAsync();

        await window.Row(other).ClickAsync();
        await Expect(window.Row(other)).Not.ToContainTextAsync("unread");
        await window.Button("Unread").ClickAsync();
        await Expect(window.Row(other)).ToHaveCountAsync(0);
        await Expect(window.Row(searched)).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task The_sign_of_WhatsApp_is_green_and_there_only_for_those_who_have_it()
    {
        var contact = await Product.NewContactAsync("Greta Holm");
        await Product.WritesAsync(contact, "Hello");
        var (nora, dan) = (await OpenAsync(Bank.Nora), await OpenAsync(Bank.Dan));
        await nora.GoAsync(Inbox.Address);
        await dan.GoAsync(Inbox.Address);

        await Expect(nora.Row(contact).Locator("svg").First).ToBeVisibleAsync();
        var color = await nora.Row(contact).GetByRole(AriaRole.Img, new() { Name = "WhatsApp" }).EvaluateAsync<string>("sign => getComputedStyle(sign).color");
        var parts = color["rgb(".Length..^1].Split(", ").Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        Assert.True(parts[1] > parts[0] && parts[1] > parts[2], $"Green was expected, {color} came.");
        await Expect(nora.Button("WhatsApp")).ToBeVisibleAsync();

        await Expect(dan.Row(contact)).ToBeVisibleAsync();
        await Expect(dan.Button("WhatsApp")).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task On_a_phone_a_conversation_takes_the_whole_screen_and_leads_back_to_the_list()
    {
        var contact = await Product.NewContactAsync("Pia Sund");
        await Product.WritesAsync(contact, "On the phone");
        var window = await OpenAsync(Bank.Nora, Device.Phone);
        await window.GoAsync(Inbox.Address);

        await window.Row(contact).TapAsync();
        await Expect(window.Message("On the phone")).ToBeVisibleAsync();
        await Expect(window.Row(contact)).ToBeHiddenAsync();

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the conversations" }).TapAsync();
        await Expect(window.Row(contact)).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task The_keyboard_alone_opens_a_conversation_and_goes_from_one_to_the_next()
    {
        var (first, second) = (await Product.NewContactAsync("Key Board"), await Product.NewContactAsync("Arrow Down"));
        await Product.WritesAsync(first, "Second row");
        await Product.WritesAsync(second, "First row");
        var window = await OpenAsync(Bank.Nora);
        await window.GoAsync(Inbox.Address);
        await Expect(window.Row(second)).ToBeVisibleAsync();

        await window.Row(second).FocusAsync();
        await window.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(window.Row(first)).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Message("Second row")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task After_a_lost_connection_the_list_shows_what_came_meanwhile()
    {
        var contact = await Product.NewContactAsync("Mira Lost");
        await Product.WritesAsync(contact, "Before the break");
        var window = await OpenAsync(Bank.Nora);
        await window.GoAsync(Inbox.AddressOf(contact));
        await Expect(window.Message("Before the break")).ToBeVisibleAsync();

        await using (await window.OfflineAsync())
        {
            await Expect(window.Page.GetByText("You are offline.")).ToBeVisibleAsync();
            await Product.WritesAsync(contact, "During the break");
        }

        await Expect(window.Message("During the break")).ToBeVisibleAsync();
        await Expect(window.Row(contact)).ToContainTextAsync("During the break");
        await Expect(window.Page.GetByText("You are offline.")).ToBeHiddenAsync();
    }
}
