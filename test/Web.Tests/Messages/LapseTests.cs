using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Messages;

/// <summary>What a day without an answer does to the composer.</summary>
[Collection(ShortDays.Name)]
public sealed class LapseTests(ProductOfShortDays product) : PageTests(product)
{
    private static readonly LocatorAssertionsToBeVisibleOptions AfterTheDay = new() { Timeout = 40_000 };

    [ChromiumTheory, InlineData(Device.Desktop), InlineData(Device.Phone)]
    public async Task When_the_session_lapses_the_text_field_closes_and_a_template_reopens_the_talk(Device device)
    {
        var contact = await Product.NewContactAsync($"Mateo {device}");
        await Product.WritesAsync(contact, "I will think about it.");
        var window = await OpenAsync(Bank.Nora, device);
        await window.GoAsync(Inbox.AddressOf(contact));
        await Expect(window.Page.GetByText("Session open:")).ToBeVisibleAsync();

        await Expect(window.Page.GetByText("has not answered for more than 24 hours.")).ToBeVisibleAsync(AfterTheDay);
        await Expect(window.Field(contact)).ToHaveAttributeAsync("readonly", "");
        await window.HasNoViolationsAsync();
        await window.KeepAsync("lapsed");

        await window.Button("Template").ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("appointment reminder", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Textbox, new() { Name = "Value 1" }).FillAsync("Mateo");
        await window.Page.GetByRole(AriaRole.Textbox, new() { Name = "Value 2" }).FillAsync("Monday at ten");
        await Expect(window.Page.GetByRole(AriaRole.Dialog).GetByText("your appointment with us on Monday at ten")).ToBeVisibleAsync();
        await window.HasNoViolationsAsync();
        await window.KeepAsync("template");
        await window.Button("Send template").ClickAsync();

        await Expect(window.Message("your appointment with us on Monday at ten")).ToBeVisibleAsync();
        await Product.WritesAsync(contact, "Monday is fine.");
        await Expect(window.Page.GetByText("Session open:")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Who_has_not_answered_for_a_day_may_be_asked_again_and_not_sooner()
    {
        var contact = await Product.NewContactAsync("Zeynep Silent");
        await (await Product.ApiOfAsync(Bank.Nora)).PostAsync($"{contact.Thread}/opt-in", new { basis = "form" });
        var window = await OpenAsync(Bank.Nora);
        await window.GoAsync(Inbox.AddressOf(contact));
        await Expect(window.Page.GetByText("Waiting for the answer to your request")).ToBeVisibleAsync();
        await Expect(window.Button("Ask again")).ToHaveCountAsync(0);

        await Expect(window.Button("Ask again")).ToBeVisibleAsync(AfterTheDay);
        await window.Button("Ask again").ClickAsync();
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = "Form" }).ClickAsync();
        await window.Button("Send request").ClickAsync();

        await Expect(window.Page.GetByText("Waiting for the answer to your request")).ToBeVisibleAsync();
        await Expect(window.Timeline().GetByText("Opt-in request")).ToHaveCountAsync(2);
    }
}
