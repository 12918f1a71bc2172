using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Messages;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Administration;

/// <summary>What is recorded, as an administrator chooses it.</summary>
[Collection(OneProduct.Name)]
public sealed class RecordingTests(RunningProduct product) : PageTests(product)
{
    [ChromiumFact]
    public async Task An_administrator_chooses_what_is_recorded_for_all_lines_and_for_one()
    {
        var adam = await OpenAsync(Bank.Adam);
        await adam.GoAsync("/admin/recording");
        await adam.Button("Change").First.ClickAsync();
        var dialog = adam.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "Is not recorded" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Inbox period in days" }).FillAsync("400");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("A whole number from 1 to 365.");
        await adam.HasNoViolationsAsync();

        // For good: what other tests say must not be disposed of.
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "Is recorded" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Combobox, new() { Name = "Retention class" }).SelectOptionAsync("7");
        await adam.KeepAsync("admin.recording.choice");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(adam.Page.GetByText("Recorded, kept for 7 years").First).ToBeVisibleAsync();
        await Expect(adam.Page.GetByText("Saved.")).ToBeVisibleAsync();

        await adam.Button("Change Client advisory").ClickAsync();
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "Is recorded" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(adam.Page.GetByText("Recorded, kept for 5 years")).ToBeVisibleAsync();
        await Expect(adam.Page.GetByText("Own choice", new() { Exact = true })).ToBeVisibleAsync();
        await adam.HasNoViolationsAsync();
    }
}
