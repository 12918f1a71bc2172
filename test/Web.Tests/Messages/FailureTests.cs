using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Messages;

/// <summary>What did not arrive, why, and what one does about it.</summary>
[Collection(ProductForTalks.Name)]
public sealed class FailureTests(RunningProduct product) : PageTests(product)
{
    [ChromiumTheory, InlineData(Device.Desktop), InlineData(Device.Phone)]
    public async Task A_message_that_failed_says_why_and_is_delivered_when_it_is_sent_again(Device device)
    {
        var contact = await Product.NewContactAsync($"Fiona Failed {device}");
        await Product.WritesAsync(contact, "Is it done?");
        var window = await OpenAsync(Bank.Nora, device);
        await window.GoAsync(Inbox.AddressOf(contact));
        await Product.Phones.PostAsync("faults", new { kind = "failMessage", code = 131009 });

        await window.SendAsync(contact, "It is done.");
        var message = window.Message("It is done.");
        await Expect(message).ToContainTextAsync("The provider refused the message.");
        await Expect(message).ToContainTextAsync("Code 131009");
        await window.HasNoViolationsAsync();
        await window.KeepAsync("failed");
        await message.GetByRole(AriaRole.Button, new() { Name = "Send again" }).ClickAsync();

        await Eventually.UntilAsync("the message on the phone", async () => (await Product.OnPhoneAsync(contact)).Contains("It is done."));
        await Expect(message.GetByRole(AriaRole.Img, new() { NameRegex = new("Delivered|Read") })).ToBeVisibleAsync();
        await Expect(message).ToHaveCountAsync(1);
        await Expect(message.GetByRole(AriaRole.Button, new() { Name = "Send again" })).ToHaveCountAsync(0);
        Assert.Single(await Product.OnPhoneAsync(contact), "It is done.");
    }

    [ChromiumFact]
    public async Task What_was_not_taken_says_why_and_is_discarded()
    {
        var contact = await Product.NewContactAsync("Dirk Discarded");
        var window = await RefusedAsync(contact, "Never mind.");

        await window.Button("Discard").ClickAsync();

        await Expect(window.Message("Never mind.")).ToHaveCountAsync(0);
        await window.Page.ReloadAsync();
        await Expect(window.Message("Hello")).ToBeVisibleAsync();
        await Expect(window.Message("Never mind.")).ToHaveCountAsync(0);
        Assert.DoesNotContain("Never mind.", await Product.OnPhoneAsync(contact));
    }

    [ChromiumFact]
    public async Task What_was_not_taken_is_still_there_after_a_reload_and_goes_out_anew_when_it_was_edited()
    {
        var contact = await Product.NewContactAsync("Edda Edited");
        var window = await RefusedAsync(contact, "Shall we say nine?", answers: true);
        await window.Page.ReloadAsync();
        await Expect(Quoted(window.Message("Shall we say nine?"))).ToContainTextAsync("Hello");
        await RunningProduct.InALaterSecondAsync();
        await Product.WritesAsync(contact, "YES");
        await Expect(window.Page.GetByText("Session open:")).ToBeVisibleAsync();

        await window.Button("Edit").ClickAsync();
        await Expect(window.Field(contact)).ToHaveValueAsync("Shall we say nine?");
        await Expect(window.Message("Shall we say nine?")).ToHaveCountAsync(0);
        await window.SendAsync(contact, "Shall we say ten?");

        await Expect(window.Message("Shall we say ten?").GetByRole(AriaRole.Img, new() { NameRegex = new("Delivered|Read") })).ToBeVisibleAsync();
        await Expect(Quoted(window.Message("Shall we say ten?"))).ToContainTextAsync("Hello");
        Assert.Contains("Shall we say ten?", await Product.OnPhoneAsync(contact));
        Assert.DoesNotContain("Shall we say nine?", await Product.OnPhoneAsync(contact));
    }

    /// <summary>A window in which something was written without a connection, while the contact said STOP.</summary>
    private async Task<Window> RefusedAsync(Contact contact, string text, bool answers = false)
    {
        await Product.WritesAsync(contact, "Hello");
        var window = await OpenAsync(Bank.Nora);
        await window.GoAsync(Inbox.AddressOf(contact));
        await Expect(window.Page.GetByText("Session open:")).ToBeVisibleAsync();
        if (answers)
        {
            await window.Message("Hello").Locator("button").ClickAsync();
            await window.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Reply" }).ClickAsync();
        }

        window.Watch.Expect("409 (Conflict)");
        await using (await window.OfflineAsync())
        {
            await window.SendAsync(contact, text);
            await Product.WritesAsync(contact, "STOP");
            await Product.HasReceivedAsync(contact, "STOP");
        }

        await Expect(window.Page.Locator("[data-returned]").Filter(new() { HasText = text })).ToContainTextAsync("does not want messages");
        return window;
    }

    private static ILocator Quoted(ILocator message) => message.GetByRole(AriaRole.Button, new() { Name = "Quoted message" });
}
