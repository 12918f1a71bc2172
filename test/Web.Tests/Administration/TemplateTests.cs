using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Messages;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Administration;

/// <summary>Templates, as an administrator submits them and a reviewer at Meta decides.</summary>
[Collection(OneProduct.Name)]
public sealed class TemplateTests(RunningProduct product) : PageTests(product)
{
    [ChromiumFact]
    public async Task A_new_template_is_submitted_and_shown_as_approved_when_it_is()
    {
        var adam = await OpenAsync(Bank.Adam);
        await adam.GoAsync("/admin/templates");
        await adam.Button("New template").ClickAsync();
        var dialog = adam.Page.GetByRole(AriaRole.Dialog);

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();
        await Expect(dialog.GetByText("Write what contacts should read.")).ToBeVisibleAsync();
        await FillAsync(dialog, "statement_ready", "Hello {{1}}, your yearly statement is ready. Reply here if you have questions.", "Maria");
        await Expect(dialog.GetByText("Hello Maria, your yearly statement is ready.")).ToBeVisibleAsync();
        await adam.HasNoViolationsAsync();
        await adam.KeepAsync("admin.templates.new");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();

        await Expect(adam.Page.GetByText("statement_ready was submitted. Meta reviews it.")).ToBeVisibleAsync();
        await DecidedAsync("statement_ready", "approved");
        await adam.Button("Compare with Meta now").ClickAsync();
        await Expect(Row(adam, "statement_ready")).ToContainTextAsync("Approved");
    }

    [ChromiumFact]
    public async Task A_template_that_the_reviewer_rejects_says_why()
    {
        await Product.Phones.PutAsync("templates/verdicts/summer_offer", new { @event = "REJECTED", reason = "INCORRECT_CATEGORY" });
        var adam = await OpenAsync(Bank.Adam);
        await adam.GoAsync("/admin/templates");
        await adam.Button("New template").ClickAsync();
        var dialog = adam.Page.GetByRole(AriaRole.Dialog);
        await FillAsync(dialog, "summer_offer", "Hello {{1}}, our summer offers have begun. Reply here to hear more of them.", "Maria");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();

        await DecidedAsync("summer_offer", "rejected");
        await adam.Button("Compare with Meta now").ClickAsync();

        await Expect(Row(adam, "summer_offer")).ToContainTextAsync("Rejected");
        await Expect(Row(adam, "summer_offer")).ToContainTextAsync("INCORRECT_CATEGORY");
        await Row(adam, "summer_offer").ClickAsync();
        await Expect(dialog).ToContainTextAsync("INCORRECT_CATEGORY");
        await adam.HasNoViolationsAsync();
    }

    private static async Task FillAsync(ILocator dialog, string name, string text, string example)
    {
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync(name);
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Text" }).FillAsync(text);
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "For {{1}}" }).FillAsync(example);
    }

    private static ILocator Row(Window window, string name) => window.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = name }).GetByRole(AriaRole.Button);

    private async Task DecidedAsync(string name, string status) => await Eventually.UntilAsync($"{name} {status}", async () =>
        (await (await Product.ApiOfAsync(Bank.Adam)).GetAsync("templates"))!.AsArray()
            .Any(template => (string?)template!["name"] == name && (string?)template["status"] == status));
}
