using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Messages;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Administration;

/// <summary>The firm's policy, from the administrator's rule to what writer, contact and compliance officer see.</summary>
[Collection(OneProduct.Name)]
public sealed class PolicyTests(RunningProduct product) : PageTests(product)
{
    /// <summary>Passes the Luhn test and belongs to nobody.</summary>
    private const string Card = "4012 8888 8888 1881";

    [ChromiumFact]
    public async Task A_rule_redacts_what_is_sent_and_received_and_the_officer_opens_the_original_with_a_reason()
    {
        var contact = await Product.NewContactAsync("Rita Redacted");
        await Product.WritesAsync(contact, "Good morning");
        var adam = await OpenAsync(Bank.Adam);
        await AddRuleAsync(adam, "Payment cards", "Redact", $"My card is {Card}.", "My card is lost.", "Payment card numbers");
        try
        {
            var nora = await OpenAsync(Bank.Nora);
            await nora.GoAsync(Inbox.AddressOf(contact));
            await nora.SendAsync(contact, $"Is it {Card}?");
            await Expect(nora.Message("Is it [payment card]?")).ToContainTextAsync("took something out: “Payment cards”");
            await Product.WritesAsync(contact, $"Yes, {Card}");
            await Expect(nora.Message("Yes, [payment card]")).ToContainTextAsync("took something out");
            await Expect(nora.Button("Show the original")).ToHaveCountAsync(0);
            Assert.Contains("Is it [payment card]?", await Product.OnPhoneAsync(contact));
            await nora.HasNoViolationsAsync();
            await nora.KeepAsync("policy.redacted");

            var carla = await OpenAsync(Bank.Carla);
            await carla.GoAsync(Inbox.AddressOf(contact));
            await carla.Message("Yes, [payment card]").GetByRole(AriaRole.Button, new() { Name = "Show the original" }).ClickAsync();
            var dialog = carla.Page.GetByRole(AriaRole.Dialog);
            await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Why do you need to see it?" }).FillAsync("Complaint 4711");
            await carla.HasNoViolationsAsync();
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Record and show" }).ClickAsync();
            await Expect(dialog).ToContainTextAsync($"Yes, {Card}");
            await carla.HasNoViolationsAsync();
            await carla.KeepAsync("policy.original");
            var act = (await (await Product.ApiOfAsync(Bank.Carla)).GetAsync("audit"))!["items"]![0]!;
            Assert.Equal(("original_opened", "carla", "Complaint 4711"), ((string)act["type"]!, (string)act["person"]!, (string)act["reason"]!));
        }
        finally
        {
            await WithoutRulesAsync();
        }
    }

    [ChromiumFact]
    public async Task A_blocked_message_says_which_rule_it_was_and_whom_to_ask_and_is_written_anew()
    {
        var contact = await Product.NewContactAsync("Boris Blocked");
        await Product.WritesAsync(contact, "Good morning");
        var adam = await OpenAsync(Bank.Adam);
        await AddRuleAsync(adam, "No IBANs", "Block", "DE89 3704 0044 0532 0130 00", "See you at ten.", "IBAN");
        try
        {
            var nora = await OpenAsync(Bank.Nora, Device.Phone);
            nora.Watch.Expect("403 (Forbidden)");
            await nora.GoAsync(Inbox.AddressOf(contact));
            await nora.SendAsync(contact, "Pay to DE89 3704 0044 0532 0130 00");
            var returned = nora.Page.Locator("[data-returned]");
            await Expect(returned).ToContainTextAsync("Your firm’s policy does not let this out: “No IBANs”. Change the message, or ask Carla Stone.");
            await nora.HasNoViolationsAsync();
            await nora.KeepAsync("policy.blocked");
            Assert.DoesNotContain(await Product.OnPhoneAsync(contact), text => text.Contains("DE89", StringComparison.Ordinal));

            await returned.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
            await Expect(nora.Field(contact)).ToHaveValueAsync("Pay to DE89 3704 0044 0532 0130 00");
            await nora.SendAsync(contact, "Pay as before, please.");
            await Eventually.UntilAsync("the message on the phone", async () => (await Product.OnPhoneAsync(contact)).Contains("Pay as before, please."));
        }
        finally
        {
            await WithoutRulesAsync();
        }
    }

    [ChromiumFact]
    public async Task A_rule_whose_examples_turn_out_otherwise_is_not_saved_and_says_why()
    {
        var adam = await OpenAsync(Bank.Adam);
        await AddRuleAsync(adam, "Cards", "Flag", "No card here.", $"But here: {Card}", "Payment card numbers", saves: false);

        var dialog = adam.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Not saved:" })).ToContainTextAsync("Example 1 that must match");
        await adam.HasNoViolationsAsync();
        await adam.KeepAsync("admin.policy.wrong");
        Assert.Empty((await (await Product.ApiOfAsync(Bank.Adam)).GetAsync("policy"))!["policy"]!["rules"]!.AsArray());
    }

    [ChromiumFact]
    public async Task A_rule_is_tried_on_past_messages_before_it_is_saved()
    {
        var contact = await Product.NewContactAsync("Paula Past");
        await Product.WritesAsync(contact, "Pay to GB82 WEST 1234 5698 7654 32, please");
        var adam = await OpenAsync(Bank.Adam);
        await FillRuleAsync(adam, "Accounts", "Redact", "GB82 WEST 1234 5698 7654 32", "See you at ten.", "IBAN");
        var tried = adam.Page.GetByRole(AriaRole.Region, new() { Name = "Try on past messages" });

        await Eventually.UntilAsync("the message in the archive", async () =>
        {
            await tried.GetByRole(AriaRole.Button).ClickAsync();
            await Expect(tried.GetByRole(AriaRole.Status)).ToContainTextAsync("looked at");
            return await tried.GetByText("Accounts").CountAsync() == 1;
        });

        await Expect(tried).ToContainTextAsync("message");
        await adam.HasNoViolationsAsync();
        await adam.KeepAsync("admin.policy.dry-run");
        Assert.Empty((await (await Product.ApiOfAsync(Bank.Adam)).GetAsync("policy"))!["policy"]!["rules"]!.AsArray());
    }

    [ChromiumFact]
    public async Task Words_are_listed_and_a_text_is_tried()
    {
        var adam = await OpenAsync(Bank.Adam);
        await adam.GoAsync("/admin/policy");
        try
        {
            await adam.Button("New word list").ClickAsync();
            var dialog = adam.Page.GetByRole(AriaRole.Dialog);
            await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Promises");
            await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Words and phrases" }).FillAsync("guaranteed return = 5\nno risk");
            await adam.HasNoViolationsAsync();
            await adam.KeepAsync("admin.policy.words");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Expect(adam.Page.GetByText("Promises was saved.")).ToBeVisibleAsync();
            await AddRuleAsync(adam, "No promises", "Block", "A guaranteed return!", "A return ticket.", "Promises");

            await adam.Button("Try a text").ClickAsync();
            await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Text" }).FillAsync("It is a gu4ranteed r e t u r n.");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Try", Exact = true }).ClickAsync();
            await Expect(dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("The message would be blocked.");
            await adam.HasNoViolationsAsync();
            await adam.KeepAsync("admin.policy.try");
        }
        finally
        {
            await WithoutRulesAsync();
        }
    }

    private static async Task AddRuleAsync(
        Window adam, string name, string action, string match, string miss, string looksFor, bool saves = true)
    {
        await FillRuleAsync(adam, name, action, match, miss, looksFor);
        await adam.HasNoViolationsAsync();
        await adam.KeepAsync("admin.policy.rule");
        await adam.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        if (saves)
        {
            await Expect(adam.Page.GetByText($"{name} was saved")).ToBeVisibleAsync();
        }
    }

    private static async Task FillRuleAsync(Window adam, string name, string action, string match, string miss, string looksFor)
    {
        await adam.GoAsync("/admin/policy");
        await adam.Button("New rule").ClickAsync();
        var dialog = adam.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true }).FillAsync(name);
        await dialog.GetByRole(AriaRole.Radio, new() { Name = action }).CheckAsync();
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = looksFor, Exact = true }).CheckAsync();
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Examples that it must find" }).FillAsync(match);
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Examples that it must not find" }).FillAsync(miss);
    }

    private async Task WithoutRulesAsync()
    {
        var adam = await Product.ApiOfAsync(Bank.Adam);
        var version = (long?)(await adam.GetAsync("policy"))!["version"];
        await adam.PutAsync("policy", new { version, policy = new { schema = 1 } });
    }
}
