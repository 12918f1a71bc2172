using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Messages;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Administration;

/// <summary>Lines and their numbers, as an administrator keeps them.</summary>
[Collection(OneProduct.Name)]
public sealed class LineTests(RunningProduct product) : PageTests(product)
{
    [ChromiumFact]
    public async Task A_line_that_was_renamed_has_its_new_name_for_who_writes_from_it()
    {
        var (adam, nora) = (await OpenAsync(Bank.Adam), await OpenAsync(Bank.Nora));
        await adam.GoAsync("/admin/lines");
        await adam.Button("Rename Client advisory").ClickAsync();
        var dialog = adam.Page.GetByRole(AriaRole.Dialog);

        try
        {
            await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Private clients");
            await adam.HasNoViolationsAsync();
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

            await Expect(adam.Page.GetByText("The line was renamed.")).ToBeVisibleAsync();
            await Expect(adam.Button("Rename Private clients")).ToBeVisibleAsync();
            await nora.GoAsync(Inbox.Address);
            await Expect(nora.Page.GetByRole(AriaRole.Heading, new() { Name = "Private clients" })).ToBeVisibleAsync();
        }
        finally
        {
            await (await Product.ApiOfAsync(Bank.Adam)).PatchAsync($"lines/{Bank.Line}", new { name = "Client advisory" });
        }
    }

    [ChromiumFact]
    public async Task A_number_that_pauses_says_why_and_sends_again_when_it_is_told_to()
    {
        var contact = await Product.NewContactAsync("Pia Pause");
        await Product.WritesAsync(contact, "Anybody there?");
        await Product.Phones.PostAsync("faults", new { kind = "refuse", code = 131042, count = 1 });
        await (await Product.ApiOfAsync(Bank.Nora)).PostAsync($"{contact.Thread}/messages", new { channel = "whatsapp", text = "Held up by a payment" });
        var adamsApi = await Product.ApiOfAsync(Bank.Adam);
        await Eventually.UntilAsync("the pause", async () =>
            (await adamsApi.GetAsync("numbers"))!["numbers"]!.AsArray().Any(number => (bool?)number!["sending"]?["paused"] == true));
        var adam = await OpenAsync(Bank.Adam);

        await adam.GoAsync("/admin/lines");

        await Expect(adam.Page.GetByText("Something is wrong with the payment method.")).ToBeVisibleAsync();
        await adam.HasNoViolationsAsync();
        await adam.KeepAsync("admin.lines.paused");
        await adam.Button("Send again now").ClickAsync();
        await Expect(adam.Page.GetByText("Paused", new() { Exact = true })).ToHaveCountAsync(0);
        await Eventually.UntilAsync("the message on the phone", async () => (await Product.OnPhoneAsync(contact)).Contains("Held up by a payment"));
    }
}
