using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Messages;

/// <summary>Contacts of whom not everything is known.</summary>
[Collection(ProductForTalks.Name)]
public sealed class IdentityTests(RunningProduct product) : PageTests(product)
{
    [ChromiumTheory, InlineData(Device.Desktop), InlineData(Device.Phone)]
    public async Task To_who_is_known_by_username_only_SMS_is_said_to_be_impossible(Device device)
    {
        var contact = await Product.MeetByUsernameAsync($"Ursula Username {device}", "Guess my number.");
        var (nora, dan) = (await OpenAsync(Bank.Nora, device), await OpenAsync(Bank.Dan, device));

        await nora.GoAsync(Inbox.AddressOf(contact));
        await Expect(nora.Page.GetByText("Known by username only")).ToBeVisibleAsync();
        await nora.Button("Channel: WhatsApp").ClickAsync();
        await Expect(nora.Page.GetByRole(AriaRole.Menuitem, new() { Name = "SMS: phone number not known" })).ToBeDisabledAsync();
        await nora.KeepAsync("username");
        await nora.Page.Keyboard.PressAsync("Escape");
        await nora.HasNoViolationsAsync();
        await nora.SendAsync(contact, "I need not.");
        await Eventually.UntilAsync("the answer on the phone", async () => (await Product.OnPhoneAsync(contact)).Contains("I need not."));

        await dan.GoAsync(Inbox.AddressOf(contact));
        await Expect(dan.Message("Guess my number.")).ToBeVisibleAsync();
        await Expect(dan.Page.GetByText($"SMS is impossible: the phone number of {contact.Name} is not known.")).ToBeVisibleAsync();
        await Expect(dan.Field(contact)).ToHaveAttributeAsync("readonly", "");
        await dan.HasNoViolationsAsync();
    }

    [ChromiumFact]
    public async Task A_contact_who_turns_out_to_be_another_is_talked_to_there_and_what_was_said_before_stays()
    {
        var known = await Product.NewContactAsync("Merle Merged");
        await Product.Phones.PostAsync($"phones/{known.Phone}/sms", new { text = "This is my number.", to = Bank.SmsNumber });
        await Product.Phones.PatchAsync($"phones/{known.Phone}", new { username = "merle", phoneWithheld = true });
        var met = await Product.MeetAgainAsync(known, "And this my username.");
        var window = await OpenAsync(Bank.Nora);
        await window.GoAsync(Inbox.AddressOf(met));
        await Expect(window.Field(met)).ToBeVisibleAsync();

        await Product.Phones.PatchAsync($"phones/{known.Phone}", new { phoneWithheld = false });
        await Product.WritesAsync(known, "Both are mine.");

        await Expect(window.Page.GetByText("This contact turned out to be another one.")).ToBeVisibleAsync();
        await Expect(window.Page.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
        await Expect(window.Message("And this my username.")).ToBeVisibleAsync();
        await Expect(window.Row(known)).ToHaveCountAsync(1);
        await window.HasNoViolationsAsync();
        await window.KeepAsync("merged");

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Go there" }).ClickAsync();
        await Expect(window.Message("Both are mine.")).ToBeVisibleAsync();
        Assert.EndsWith(Inbox.AddressOf(known), window.Page.Url, StringComparison.Ordinal);
        await window.SendAsync(known, "So I see.");
        await Eventually.UntilAsync("the answer on the phone", async () => (await Product.OnPhoneAsync(known)).Contains("So I see."));

        await window.GoAsync(Inbox.Address);
        await window.Row(known).ClickAsync();
        await Expect(window.Message("Both are mine.")).ToBeVisibleAsync();
        await window.Button("Contact").ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Read what was said before" }).ClickAsync();
        await Expect(window.Message("And this my username.")).ToBeVisibleAsync();
    }
}
