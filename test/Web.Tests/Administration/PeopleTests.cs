using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Messages;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Administration;

/// <summary>People, as an administrator keeps them.</summary>
[Collection(OneProduct.Name)]
public sealed class PeopleTests(RunningProduct product) : PageTests(product)
{
    [ChromiumFact]
    public async Task A_person_who_was_added_signs_in_with_the_link_and_loses_WhatsApp_when_it_is_switched_off()
    {
        var adam = await OpenAsync(Bank.Adam);
        await adam.GoAsync("/admin/people");
        await adam.Button("Add a person").ClickAsync();
        var dialog = adam.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Hanna Hire");
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = "User" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = "Client advisory" }).CheckAsync();
        await adam.HasNoViolationsAsync();
        await adam.KeepAsync("admin.people.add");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add a person" }).ClickAsync();
        await Expect(adam.Page.GetByText("Hanna Hire was added.")).ToBeVisibleAsync();

        await adam.Button("Sign-in link for Hanna Hire").ClickAsync();
        await adam.Button("Make a link").ClickAsync();
        var link = await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Sign-in link" }).InputValueAsync();
        await adam.HasNoViolationsAsync();
        var hanna = await OpenAsync();
        await hanna.GoAsync(new Uri(link).PathAndQuery);
        await hanna.Button("Sign in").ClickAsync();
        await Expect(hanna.Page.GetByRole(AriaRole.Heading, new() { Name = "Client advisory" })).ToBeVisibleAsync();
        await Expect(hanna.Button("WhatsApp")).ToBeVisibleAsync();

        await adam.Page.Keyboard.PressAsync("Escape");
        await adam.Button("Change Hanna Hire").ClickAsync();
        await dialog.GetByRole(AriaRole.Switch, new() { Name = "WhatsApp" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(adam.Page.GetByText("Hanna Hire was saved.")).ToBeVisibleAsync();
        await hanna.GoAsync(Inbox.Address);
        await Expect(hanna.Button("SMS")).ToBeVisibleAsync();
        await Expect(hanna.Button("WhatsApp")).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task Who_is_no_administrator_is_told_so_and_sees_nothing_of_it()
    {
        var window = await OpenAsync(Bank.Nora);
        await Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Administration" })).ToHaveCountAsync(0);

        await window.GoAsync("/admin/people");

        await Expect(window.Page.GetByText("This is for administrators")).ToBeVisibleAsync();
        await Expect(window.Button("Add a person")).ToHaveCountAsync(0);
        await window.HasNoViolationsAsync();
    }
}
