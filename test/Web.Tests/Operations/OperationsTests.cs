using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Operations;

/// <summary>What operators look at.</summary>
[Collection(OneProduct.Name)]
public sealed class OperationsTests(RunningProduct product) : PageTests(product)
{
    private const string Foreign = "102290129340399";

    [ChromiumFact]
    public async Task What_goes_through_is_shown_as_it_goes_with_the_grains_that_it_wakes()
    {
        var window = await OpenAsync(Bank.Otto);
        await window.GoAsync("/operations");
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Grains" })).ToBeVisibleAsync();

        var contact = await Product.NewContactAsync("Thea Throughput");
        await Product.WritesAsync(contact, "One of many");

        await Expect(window.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("ConversationGrain") })).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(window.Page.GetByText("Live,")).ToBeVisibleAsync();
        await Expect(window.Page.GetByText(new System.Text.RegularExpressions.Regex("times in the last minute|Once in the last minute")).First).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    [ChromiumFact]
    public async Task What_belongs_to_nobody_is_opened_as_text_and_replayed()
    {
        await Product.Phones.PostAsync(
            $"webhooks/raw?wabaId={Foreign}",
            new { @object = "whatsapp_business_account", entry = new[] { new { id = Foreign, changes = new[] { new { field = "nobody_knows", value = new { text = "What is this?" } } } } } });
        var window = await OpenAsync(Bank.Otto);
        await window.GoAsync("/operations/raw-inbox");

        var open = window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Open: Field that isn’t known") }).First;
        await Expect(open).ToBeVisibleAsync();
        await open.ClickAsync();
        var dialog = window.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByText("What is this?")).ToBeVisibleAsync();
        await window.HasNoViolationsAsync();
        await window.KeepAsync("operations.raw-item");

        window.Watch.Expect("404 (Not Found)");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Replay" }).ClickAsync();
        await Expect(dialog.GetByText("Still can’t be taken in. Nothing was changed.")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Who_is_no_operator_is_told_so()
    {
        var window = await OpenAsync(Bank.Adam);

        await window.GoAsync("/operations");

        await Expect(window.Page.GetByText("This is for operators")).ToBeVisibleAsync();
        await window.HasNoViolationsAsync();
    }
}
