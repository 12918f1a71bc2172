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

    [ChromiumFact]
    public async Task What_Meta_says_of_a_number_and_how_much_it_may_send_are_on_the_page_of_lines()
    {
        await SaysAsync("FLAGGED", "TIER_10K", "RED");
        var adam = await OpenAsync(Bank.Adam);

        try
        {
            await adam.GoAsync("/admin/lines");

            await Expect(Fact(adam, "Quality")).ToContainTextAsync("Low");
            await Expect(Fact(adam, "Messaging limit")).ToContainTextAsync("10,000 new contacts a day");
            await Expect(Fact(adam, "Display name")).ToContainTextAsync("Not told yet");
            await adam.HasNoViolationsAsync();
            await adam.KeepAsync("admin.lines.flagged");
        }
        finally
        {
            await SaysAsync("UNFLAGGED", "TIER_100K", "GREEN");
        }
    }

    /// <summary>Meta says so of the line's number, and the product has heard it.</summary>
    private async Task SaysAsync(string @event, string limit, string quality)
    {
        await Product.Phones.PostAsync($"numbers/{Bank.NumberId}/quality", new { @event, limit, quality });
        var adam = await Product.ApiOfAsync(Bank.Adam);
        await Eventually.UntilAsync($"{@event} in the number's health", async () =>
            (await adam.GetAsync("numbers"))!["numbers"]!.AsArray()
                .SelectMany(number => number!["facts"]!.AsArray())
                .Any(fact => (string?)fact!["kind"] == "quality" && (string?)fact["says"] == @event));
    }

    private static ILocator Fact(Window window, string kind) =>
        window.Page.Locator("dl > div").Filter(new() { Has = window.Page.Locator("dt", new() { HasText = kind }) });
}
