using System.Text.Json.Nodes;
using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Messages;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Compliance;

/// <summary>What a compliance officer does with the archive.</summary>
[Collection(OneProduct.Name)]
public sealed class ComplianceTests(RunningProduct product) : PageTests(product)
{
    [ChromiumFact]
    public async Task An_officer_finds_a_message_by_its_words_and_goes_to_its_conversation()
    {
        var contact = await Product.NewContactAsync("Frida Found");
        await Product.WritesAsync(contact, "Please sell the turquoise shares before noon");
        var carla = await OpenAsync(Bank.Carla);
        await carla.GoAsync("/compliance");

        await carla.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Words" }).FillAsync("\"TURQUOISE shares\" -bonds");
        await Eventually.UntilAsync("the message in the archive", async () =>
        {
            await carla.Button("Search").ClickAsync();
            await Expect(carla.Page.GetByText("1 message").Or(carla.Page.GetByText("Nothing found"))).ToBeVisibleAsync();
            return await carla.Page.GetByText("Nothing found").CountAsync() == 0;
        });
        var row = carla.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "turquoise" });
        await Expect(row).ToContainTextAsync("Frida Found to Client advisory");
        Assert.Equal(["turquoise shares"], await row.Locator("mark").AllTextContentsAsync());
        await carla.HasNoViolationsAsync();
        await carla.KeepAsync("compliance.found");

        await row.ClickAsync();
        await Expect(carla.Message("Please sell the turquoise shares before noon")).ToBeVisibleAsync();
        var act = (await (await Product.ApiOfAsync(Bank.Carla)).GetAsync("audit?limit=1"))!["items"]![0]!;
        Assert.Equal(("archive_searched", "carla"), ((string)act["type"]!, (string)act["person"]!));
    }

    [ChromiumFact]
    public async Task A_hold_is_placed_on_a_contact_and_lifted_each_with_a_reason()
    {
        await Product.NewContactAsync("Henrik Held");
        var carla = await OpenAsync(Bank.Carla, Device.Phone);
        await carla.GoAsync("/compliance/holds");
        await carla.Button("Place a hold").First.ClickAsync();
        var dialog = carla.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Place a hold" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("Give it a name.");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Inquiry 4711");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Reason" }).FillAsync("The court asks for it.");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Contact" }).FillAsync("Henrik");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Henrik Held" }).ClickAsync();
        await carla.HasNoViolationsAsync();
        await carla.KeepAsync("compliance.hold");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Place a hold" }).ClickAsync();

        var row = carla.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Inquiry 4711" });
        await Expect(row).ToContainTextAsync("Contact Henrik Held");
        await carla.Button("Lift “Inquiry 4711”").ClickAsync();
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Reason" }).FillAsync("The case is closed.");
        await carla.HasNoViolationsAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lift", Exact = true }).ClickAsync();
        await Expect(row).ToContainTextAsync("lifted by Carla Stone");

        await carla.Button("Dispose now of what is due").ClickAsync();
        await Expect(carla.Page.GetByText("started by Carla Stone").First).ToBeVisibleAsync();
        await carla.GoAsync("/compliance/audit");
        await Expect(carla.Page.GetByText("The case is closed.")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task An_export_is_ordered_with_a_reason_and_downloaded()
    {
        var contact = await Product.NewContactAsync("Emil Export");
        await Product.WritesAsync(contact, "Good morning");
        var carla = await OpenAsync(Bank.Carla);
        await carla.GoAsync("/compliance/exports");
        await carla.Button("New export").ClickAsync();
        var dialog = carla.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("Say why.");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Reason" }).FillAsync("The regulator asks.");
        await carla.HasNoViolationsAsync();
        await carla.KeepAsync("compliance.export");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();

        await Expect(carla.Page.GetByText("The export is ready to be downloaded.")).ToBeVisibleAsync();
        var row = carla.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "The regulator asks." });
        var download = await carla.Page.RunAndWaitForDownloadAsync(() => row.GetByRole(AriaRole.Link).ClickAsync());

        Assert.EndsWith(".jsonl", download.SuggestedFilename, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Equal("everything", (string?)JsonNode.Parse(lines[0])!["holds"]);
        Assert.Equal("end", (string?)JsonNode.Parse(lines[^1])!["kind"]);
        Assert.Contains(lines, line => line.Contains("Good morning", StringComparison.Ordinal));
    }

    [ChromiumFact]
    public async Task The_archive_is_compared_and_signed_on_request()
    {
        var carla = await OpenAsync(Bank.Carla);
        await carla.GoAsync("/compliance/archive");

        await carla.Button("Compare now").ClickAsync();
        await Expect(carla.Page.GetByText("Complete", new() { Exact = true }).First).ToBeVisibleAsync();
        await carla.Button("Sign now").ClickAsync();
        await Expect(carla.Page.GetByText("Records", new() { Exact = true })).ToBeVisibleAsync();
        await carla.HasNoViolationsAsync();
    }

    [ChromiumFact]
    public async Task Whoever_is_no_officer_is_told_so_and_sees_no_way_there()
    {
        var nora = await OpenAsync(Bank.Nora);
        await nora.GoAsync("/compliance");

        await Expect(nora.Page.GetByRole(AriaRole.Heading, new() { Name = "This is for compliance officers" })).ToBeVisibleAsync();
        await Expect(nora.Page.GetByRole(AriaRole.Link, new() { Name = "Compliance" })).ToHaveCountAsync(0);
    }
}
