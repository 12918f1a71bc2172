using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Messages;

/// <summary>What a person of the bank writes, and what the composer says of it.</summary>
[Collection(ProductForTalks.Name)]
public sealed class WritingTests(RunningProduct product) : PageTests(product)
{
    [ChromiumFact]
    public async Task A_new_conversation_begins_with_a_name_or_with_a_number()
    {
        var known = await Product.NewContactAsync("Nils Neumann");
        var window = await OpenAsync(Bank.Nora);
        await window.GoAsync(Inbox.Address);

        await window.Button("New conversation").ClickAsync();
        await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).First.FillAsync("neumann");
        await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new("Nils Neumann") }).ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Nils Neumann" })).ToBeVisibleAsync();
        Assert.EndsWith(Inbox.AddressOf(known), window.Page.Url, StringComparison.Ordinal);

        await window.Button("New conversation").ClickAsync();
        await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).First.FillAsync("+49 30 23125577");
        await window.HasNoViolationsAsync();
        await window.KeepAsync("new-conversation");
        await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new("Write to") }).ClickAsync();
        await Expect(window.Page.GetByText("+493023125577").First).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task The_keyboard_alone_writes_and_sends_and_quotes()
    {
        var contact = await Product.NewContactAsync("Kay Keyboard");
        await Product.WritesAsync(contact, "When does the branch open?");
        var window = await OpenAsync(Bank.Nora);
        await window.GoAsync(Inbox.AddressOf(contact));
        await Expect(window.Message("When does the branch open?")).ToBeVisibleAsync();

        await window.Message("When does the branch open?").Locator("button").FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Reply" }).FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Field(contact).FocusAsync();
        await window.Page.Keyboard.TypeAsync("At nine.");
        await window.Page.Keyboard.PressAsync("Enter");

        await Expect(window.Message("At nine.").GetByRole(AriaRole.Button, new() { Name = "Quoted message" })).ToContainTextAsync("When does the branch open?");
        await Expect(window.Field(contact)).ToHaveValueAsync("");
        await Eventually.UntilAsync("the answer on the phone", async () => (await Product.OnPhoneAsync(contact)).Contains("At nine."));
    }

    [ChromiumFact]
    public async Task A_draft_is_kept_for_each_thread()
    {
        var (first, second) = (await Product.NewContactAsync("Dora Draft"), await Product.NewContactAsync("Emil Else"));
        await Product.WritesAsync(first, "One");
        await Product.WritesAsync(second, "Two");
        var window = await OpenAsync(Bank.Nora);
        await window.GoAsync(Inbox.AddressOf(first));
        await window.Field(first).FillAsync("Not finished");

        await window.Row(second).ClickAsync();
        await Expect(window.Field(second)).ToHaveValueAsync("");
        await window.Row(first).ClickAsync();
        await Expect(window.Field(first)).ToHaveValueAsync("Not finished");
        await window.Page.ReloadAsync();
        await Expect(window.Field(first)).ToHaveValueAsync("Not finished");
    }

    [ChromiumFact]
    public async Task A_message_whose_answer_is_lost_again_and_again_is_sent_once()
    {
        var contact = await Product.NewContactAsync("Flora Flaky");
        await Product.WritesAsync(contact, "Hello");
        var window = await OpenAsync(Bank.Nora);
        await window.GoAsync(Inbox.AddressOf(contact));
        window.Watch.ConnectionMayBreak();
        var lost = 0;
        await window.Page.RouteAsync("**/messages", async route =>
        {
            if (route.Request.Method != "POST" || lost == 2)
            {
                await route.ContinueAsync();
                return;
            }

            // The product has taken it; that it did so never arrives.
            await route.FetchAsync();
            lost++;
            await route.AbortAsync("connectionreset");
        });

        await window.Field(contact).FillAsync("Only once");
        await window.Button("Send").ClickAsync();

        await Expect(window.Message("Only once")).ToHaveCountAsync(1);
        await Expect(window.Message("Only once").GetByRole(AriaRole.Img, new() { NameRegex = new("Sent|Delivered|Read") })).ToBeVisibleAsync();
        Assert.Equal(2, lost);
        Assert.Single(await Product.OnPhoneAsync(contact), "Only once");
    }

    [ChromiumFact]
    public async Task Who_is_not_on_WhatsApp_gets_the_same_text_as_SMS_with_one_tap()
    {
        var contact = await Product.NewContactAsync("Nina Nowhere", onWhatsApp: false);
        var window = await OpenAsync(Bank.Nora, Device.Phone);
        await window.GoAsync(Inbox.AddressOf(contact));
        await window.Field(contact).FillAsync("Your card is ready.");
        await window.Button("Send").ClickAsync();
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = "In person" }).ClickAsync();
        await window.Button("Send request").ClickAsync();

        await Expect(window.Page.GetByText("Nina Nowhere is not on WhatsApp.").First).ToBeVisibleAsync();
        await window.HasNoViolationsAsync();
        await window.KeepAsync("not-on-whatsapp");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Send as SMS" }).First.ClickAsync();

        await Eventually.UntilAsync("the SMS on the phone", async () =>
            (await Product.Phones.GetAsync($"phones/{contact.Phone}/sms"))!.AsArray().Any(sms => ((string)sms!["body"]!).Contains("Your card is ready.", StringComparison.Ordinal)));
        await Expect(window.Message("Your card is ready.").GetByText("Sent as SMS instead")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Plain_SMS_goes_out_from_the_same_screen()
    {
        var contact = await Product.NewContactAsync("Stella Short");
        await Product.Phones.PostAsync($"phones/{contact.Phone}/sms", new { text = "Do you do SMS?", to = Bank.SmsNumber });
        var window = await OpenAsync(Bank.Dan);
        await window.GoAsync(Inbox.AddressOf(contact));
        await Expect(window.Message("Do you do SMS?")).ToBeVisibleAsync();

        await window.Field(contact).FillAsync("We do.");
        await window.Button("Send").ClickAsync();

        await Eventually.UntilAsync("the SMS on the phone", async () =>
            (await Product.Phones.GetAsync($"phones/{contact.Phone}/sms"))!.AsArray().Any(sms => ((string)sms!["body"]!).Contains("We do.", StringComparison.Ordinal)));
    }
}
