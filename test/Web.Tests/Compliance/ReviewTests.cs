using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Messages;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Compliance;

/// <summary>From a rule that tells an administrator, and a share that is sampled, to what the officer decides.</summary>
[Collection(OneProduct.Name)]
public sealed class ReviewTests(RunningProduct product) : PageTests(product)
{
    private const string Card = "4012 8888 8888 1881";

    [ChromiumFact]
    public async Task What_a_rule_finds_is_told_and_reviewed()
    {
        var contact = await Product.NewContactAsync("Roberta Reviewed");
        await AddRuleAsync();
        try
        {
            await Product.WritesAsync(contact, $"My number is {Card}");
            await Product.SendsAsync(contact, $"Is it {Card}?");
        }
        finally
        {
            await WithoutPolicyAsync();
        }

        var adam = await OpenAsync(Bank.Adam);
        await adam.GoAsync("/admin");
        await adam.Page.GetByRole(AriaRole.Link, new() { Name = "Notices, 2 new" }).ClickAsync();
        var notices = adam.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Roberta Reviewed" });
        await Expect(notices).ToHaveCountAsync(2);
        await Expect(notices.First).ToContainTextAsync("Nora Field to Roberta Reviewed");
        await Expect(adam.Page.GetByRole(AriaRole.Link, new() { Name = "Notices", Exact = true })).ToBeVisibleAsync();
        await adam.HasNoViolationsAsync();
        await adam.KeepAsync("notices");

        var carla = await OpenAsync(Bank.Carla);
        await carla.GoAsync("/compliance/review");
        await carla.Page.GetByRole(AriaRole.Combobox, new() { Name = "Written by" }).SelectOptionAsync("Nora Field");
        var sent = carla.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"Is it {Card}?" });
        await Expect(sent).ToContainTextAsync("Nora Field to Roberta Reviewed");
        await Expect(carla.Page.GetByText("My number is")).ToHaveCountAsync(0);
        await carla.HasNoViolationsAsync();
        await carla.KeepAsync("compliance.queue");

        await sent.GetByRole(AriaRole.Button, new() { Name = "Escalate" }).ClickAsync();
        var dialog = carla.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Escalate" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("Say why.");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Note" }).FillAsync("Ask legal.");
        await carla.HasNoViolationsAsync();
        await carla.KeepAsync("compliance.decide");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Escalate" }).ClickAsync();
        await Expect(carla.Page.GetByText("Escalated.", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(sent).ToHaveCountAsync(0);
        await carla.Page.GetByRole(AriaRole.Combobox, new() { Name = "Where they stand" }).SelectOptionAsync("escalated");
        await Expect(sent).ToContainTextAsync("Carla Stone");
        await Expect(sent).ToContainTextAsync("Ask legal.");
        await carla.KeepAsync("compliance.escalated");
        Assert.Equal("messages_reviewed", (string?)(await (await Product.ApiOfAsync(Bank.Carla)).GetAsync("audit"))!["items"]![0]!["type"]);
    }

    [ChromiumFact]
    public async Task Several_messages_are_chosen_on_a_phone_and_decided_about_at_once()
    {
        var contact = await Product.NewContactAsync("Samuel Sampled");
        var adam = await OpenAsync(Bank.Adam, Device.Phone);
        await adam.GoAsync("/admin/policy");
        await adam.Button("Change sampling").ClickAsync();
        var dialog = adam.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Of all messages, in percent" }).FillAsync("101");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add a share" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Combobox).SelectOptionAsync("Client advisory");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Percent 1" }).FillAsync("100");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("Give a number from 0 to 100.");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Of all messages, in percent" }).FillAsync("2,5");
        await adam.HasNoViolationsAsync();
        await adam.KeepAsync("admin.policy.sampling");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(adam.Page.GetByText("100% of what comes and goes on Client advisory")).ToBeVisibleAsync();
        try
        {
            await Product.WritesAsync(contact, "Of no consequence, first");
            await Product.WritesAsync(contact, "Of no consequence, second");
        }
        finally
        {
            await WithoutPolicyAsync();
        }

        var carla = await OpenAsync(Bank.Carla, Device.Phone);
        await carla.GoAsync("/compliance/review");
        await carla.Page.GetByRole(AriaRole.Combobox, new() { Name = "Why they are here" }).SelectOptionAsync("sample");
        var rows = carla.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Of no consequence" });
        await Expect(rows).ToHaveCountAsync(2);
        await rows.Nth(0).GetByRole(AriaRole.Checkbox).CheckAsync();
        await rows.Nth(1).GetByRole(AriaRole.Checkbox).CheckAsync();
        var together = carla.Page.GetByRole(AriaRole.Region, new() { Name = "Decide about several" });
        await Expect(together).ToContainTextAsync("2 messages chosen");
        await carla.HasNoViolationsAsync();
        await carla.KeepAsync("compliance.several");
        await together.GetByRole(AriaRole.Button, new() { Name = "No issue" }).ClickAsync();
        await carla.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "No issue" }).ClickAsync();

        await Expect(carla.Page.GetByText("No issue with 2 messages: recorded.")).ToBeVisibleAsync();
        await Expect(rows).ToHaveCountAsync(0);
        await Expect(together).ToHaveCountAsync(0);
    }

    private async Task AddRuleAsync()
    {
        var adam = await OpenAsync(Bank.Adam);
        await adam.GoAsync("/admin/policy");
        await adam.Button("New rule").ClickAsync();
        var dialog = adam.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true }).FillAsync("Payment cards");
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "Flag" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = "Payment card numbers", Exact = true }).CheckAsync();
        var told = dialog.GetByRole(AriaRole.Group, new() { Name = "Who is told of each message" });
        await Expect(told.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(2);
        await told.GetByRole(AriaRole.Checkbox, new() { Name = "Adam Winter" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Examples that it must find" }).FillAsync(Card);
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Examples that it must not find" }).FillAsync("None");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(adam.Page.GetByText("Payment cards was saved")).ToBeVisibleAsync();
    }

    private async Task WithoutPolicyAsync()
    {
        // Whom a rule names, and what is sampled, is looked up when a message is looked through.
        await (await Product.ApiOfAsync(Bank.Carla)).GetAsync("reviews");
        var adam = await Product.ApiOfAsync(Bank.Adam);
        var version = (long?)(await adam.GetAsync("policy"))!["version"];
        await adam.PutAsync("policy", new { version, policy = new { schema = 1 } });
    }
}
