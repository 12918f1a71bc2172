using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Messages;

/// <summary>Who may not write on WhatsApp, or no longer.</summary>
[Collection(ProductForTalks.Name)]
public sealed class SwitchedOffTests(RunningProduct product) : PageTests(product)
{
    [ChromiumFact]
    public async Task Where_a_person_has_no_WhatsApp_nothing_is_green_and_only_SMS_is_written_and_the_history_stays()
    {
        var contact = await TalkedToAsync("Hanna History");

        await ReadsWithoutWhatsAppAsync(await OpenAsync(Bank.Dan), contact);
    }

    [ChromiumFact]
    public async Task When_an_organisation_switches_WhatsApp_off_nothing_more_goes_out_and_the_history_stays()
    {
        var contact = await TalkedToAsync("Sven Switched");
        var (nora, adam) = (await OpenAsync(Bank.Nora), await Product.ApiOfAsync(Bank.Adam));
        var looks = 0;
        nora.Page.Response += (_, answer) => looks += answer.Url.Contains($"/threads/{contact.Id}/messages?limit=", StringComparison.Ordinal) ? 1 : 0;
        await nora.GoAsync(Inbox.AddressOf(contact));
        await Expect(nora.Page.GetByText("Session open:")).ToBeVisibleAsync();
        await Expect(nora.Timeline().Green().First).ToBeVisibleAsync();
        // After the live feed has begun it looks once more, and not again before something changes.
        await Eventually.UntilAsync("the second look", () => Task.FromResult(looks >= 2));

        await adam.PatchAsync("organization", new { whatsapp_enabled = false });
        try
        {
            nora.Watch.Expect("403 (Forbidden)");
            await nora.SendAsync(contact, "One more thing.");
            await Expect(nora.Page.Locator("[data-returned]")).ToContainTextAsync("WhatsApp is not switched on");
            await Expect(nora.Page.Locator("[data-returned]").GetByRole(AriaRole.Button, new() { Name = "Send as SMS" })).ToBeVisibleAsync();
            // The page has learned of it without a reload.
            await ReadsWithoutWhatsAppAsync(nora, contact, open: false);

            await ReadsWithoutWhatsAppAsync(await OpenAsync(Bank.Nora, Device.Phone), contact);
            Assert.DoesNotContain("One more thing.", await Product.OnPhoneAsync(contact));
        }
        finally
        {
            await adam.PatchAsync("organization", new { whatsapp_enabled = true });
        }
    }

    private async Task<Contact> TalkedToAsync(string name)
    {
        var contact = await Product.NewContactAsync(name);
        await Product.WritesAsync(contact, "Said on WhatsApp");
        await Product.SendsAsync(contact, "Answered on WhatsApp");
        return contact;
    }

    private static async Task ReadsWithoutWhatsAppAsync(Window window, Contact contact, bool open = true)
    {
        if (open)
        {
            await window.GoAsync(Inbox.AddressOf(contact));
        }

        await Expect(window.Message("Said on WhatsApp")).ToBeVisibleAsync();
        await Expect(window.Message("Answered on WhatsApp")).ToBeVisibleAsync();
        await Expect(window.Page.GetByPlaceholder("SMS", new() { Exact = true })).ToBeEditableAsync();
        await Expect(window.Page.Locator("body").Green()).ToHaveCountAsync(0);
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Channel:") })).ToHaveCountAsync(0);
        await Expect(window.Button("Template")).ToHaveCountAsync(0);
        await Expect(window.Button("Add a reply button")).ToHaveCountAsync(0);
        await window.HasNoViolationsAsync();
        await window.KeepAsync("without-whatsapp");
    }
}
