using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Messages;

/// <summary>What a text on WhatsApp can have besides its words.</summary>
[Collection(ProductForTalks.Name)]
public sealed class WhatsAppPartsTests(RunningProduct product) : PageTests(product)
{
    [ChromiumTheory, InlineData(Device.Desktop), InlineData(Device.Phone)]
    public async Task Reply_buttons_are_tapped_on_the_phone_and_the_tap_is_shown_as_the_answer(Device device)
    {
        var contact = await Product.NewContactAsync($"Bea Button {device}");
        await Product.WritesAsync(contact, "When can we meet?");
        var (window, phone) = (await OpenAsync(Bank.Nora, device), await HoldAsync(contact));
        await window.GoAsync(Inbox.AddressOf(contact));
        await window.Field(contact).FillAsync("Which day suits you?");
        foreach (var (title, number) in new[] { ("Monday", 1), ("Tuesday", 2), ("Neither of them", 3) })
        {
            await window.Button("Add a reply button").ClickAsync();
            await Expect(window.Title(number)).ToBeFocusedAsync();
            await window.Page.Keyboard.TypeAsync(title);
        }

        await Expect(window.Button("Add a reply button")).ToBeDisabledAsync();
        await window.HasNoViolationsAsync();
        await window.KeepAsync("reply-buttons");
        await window.Page.ReloadAsync();
        await Expect(window.Title(3)).ToHaveValueAsync("Neither of them");
        await window.Button("Remove button 3").ClickAsync();
        await window.Button("Send").ClickAsync();

        await Expect(window.Message("Which day suits you?").GetByRole(AriaRole.Listitem)).ToHaveTextAsync(["Monday", "Tuesday"]);
        await Expect(window.Title(1)).ToHaveCountAsync(0);
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Tuesday" }).ClickAsync();

        var answer = window.Message("Tuesday").Filter(new() { Has = window.Page.GetByRole(AriaRole.Button, new() { Name = "Quoted message" }) });
        await Expect(answer).ToContainTextAsync("Which day suits you?");
        await Expect(answer).ToHaveAttributeAsync("aria-label", $"{contact.Name} wrote");
        await window.KeepAsync("reply-button-tapped");
    }

    [ChromiumFact]
    public async Task By_SMS_there_are_no_buttons_and_those_of_the_draft_wait_for_WhatsApp()
    {
        var contact = await Product.NewContactAsync("Willa Waits");
        await Product.WritesAsync(contact, "Hello");
        var window = await OpenAsync(Bank.Nora);
        await window.GoAsync(Inbox.AddressOf(contact));
        await window.Button("Add a reply button").ClickAsync();
        await window.Title(1).FillAsync("Yes, please");

        await window.WriteOnAsync("SMS");
        await Expect(window.Title(1)).ToHaveCountAsync(0);
        await Expect(window.Button("Add a reply button")).ToHaveCountAsync(0);

        await window.WriteOnAsync("WhatsApp");
        await Expect(window.Title(1)).ToHaveValueAsync("Yes, please");
    }

    [ChromiumTheory, InlineData(Device.Desktop), InlineData(Device.Phone)]
    public async Task The_phone_shows_a_preview_of_a_link_where_the_writer_asked_for_one(Device device)
    {
        var contact = await Product.NewContactAsync($"Linus Link {device}");
        await Product.WritesAsync(contact, "Where do I find it?");
        var (window, phone) = (await OpenAsync(Bank.Nora, device), await HoldAsync(contact));
        var preview = window.Page.GetByRole(AriaRole.Switch, new() { Name = "Show a preview of the link" });
        await window.GoAsync(Inbox.AddressOf(contact));
        await window.Field(contact).FillAsync("On our pages:");
        await Expect(preview).ToHaveCountAsync(0);

        await window.Field(contact).FillAsync("Here: https://bank.example/forms");
        await Expect(preview).Not.ToBeCheckedAsync();
        await preview.ClickAsync();
        await window.HasNoViolationsAsync();
        await window.KeepAsync("link-preview");
        await window.Button("Send").ClickAsync();
        await Expect(phone.Page.GetByRole(AriaRole.Group, new() { Name = "Preview of the link" })).ToContainTextAsync("bank.example");

        await window.SendAsync(contact, "And this: https://bank.example/more");
        await Expect(phone.Page.GetByText("And this:")).ToBeVisibleAsync();
        await Expect(phone.Page.GetByRole(AriaRole.Group, new() { Name = "Preview of the link" })).ToHaveCountAsync(1);
    }
}
