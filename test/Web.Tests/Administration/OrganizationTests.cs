using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Messages;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Administration;

/// <summary>What holds for everybody in the organisation, as an administrator sets it.</summary>
[Collection(OneProduct.Name)]
public sealed class OrganizationTests(RunningProduct product) : PageTests(product)
{
    [ChromiumFact]
    public async Task Nobody_writes_on_WhatsApp_while_it_is_switched_off_for_the_organisation()
    {
        var contact = await Product.NewContactAsync("Olga Off");
        await Product.WritesAsync(contact, "May I ask?");
        var (adam, nora) = (await OpenAsync(Bank.Adam), await OpenAsync(Bank.Nora));
        await adam.GoAsync("/admin");
        var whatsApp = adam.Page.GetByRole(AriaRole.Switch, new() { Name = "Write on WhatsApp" });
        await Expect(whatsApp).ToBeCheckedAsync();
        await adam.HasNoViolationsAsync();

        try
        {
            await whatsApp.ClickAsync();
            await Expect(adam.Page.GetByText("Saved.")).ToBeVisibleAsync();
            await Expect(whatsApp).Not.ToBeCheckedAsync();
            await nora.GoAsync(Inbox.AddressOf(contact));
            await Expect(nora.Message("May I ask?")).ToBeVisibleAsync();
            await Expect(nora.Button("WhatsApp")).ToHaveCountAsync(0);

            await whatsApp.ClickAsync();
            await Expect(whatsApp).ToBeCheckedAsync();
            await nora.GoAsync(Inbox.AddressOf(contact));
            await Expect(nora.Button("WhatsApp")).ToBeVisibleAsync();
        }
        finally
        {
            await (await Product.ApiOfAsync(Bank.Adam)).PatchAsync("organization", new { whatsapp_enabled = true });
        }
    }

    [ChromiumFact]
    public async Task Contacts_read_the_SMS_disclaimer_as_the_administrator_wrote_it()
    {
        var adam = await Product.ApiOfAsync(Bank.Adam);
        var before = ((string)(await adam.GetAsync("organization"))!["sms_notice"]!).Replace("Northwind Advisers", "{{1}}", StringComparison.Ordinal);
        var contact = await Product.NewContactAsync("Sven Sms", onWhatsApp: false);
        var window = await OpenAsync(Bank.Adam);
        await window.GoAsync("/admin");
        var text = window.Page.GetByRole(AriaRole.Textbox, new() { Name = "Text" });

        try
        {
            await text.FillAsync("");
            await window.Button("Save").ClickAsync();
            await Expect(window.Page.GetByText("Write what contacts should read.")).ToBeVisibleAsync();

            await text.FillAsync("{{1}} keeps this talk. Answer STOP to end it.");
            await Expect(window.Page.GetByRole(AriaRole.Figure)).ToContainTextAsync("Northwind Advisers keeps this talk.");
            await window.HasNoViolationsAsync();
            await window.Button("Save").ClickAsync();
            await Expect(window.Page.GetByText("Saved. New contacts read this from now on.")).ToBeVisibleAsync();

            await (await Product.ApiOfAsync(Bank.Nora)).PostAsync($"{contact.Thread}/messages", new { channel = "sms", text = "Good morning" });
            await Eventually.UntilAsync("the disclaimer on the phone", async () =>
                (await Product.Phones.GetAsync($"phones/{contact.Phone}/sms"))!.AsArray()
                    .Any(sms => (string)sms!["body"]! == "Northwind Advisers keeps this talk. Answer STOP to end it."));
        }
        finally
        {
            await adam.PatchAsync("organization", new { sms_disclaimer = before });
        }
    }
}
