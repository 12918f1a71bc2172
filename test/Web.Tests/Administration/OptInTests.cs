using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using MultiLine.Web.Tests.Chromium;
using MultiLine.Web.Tests.Messages;
using MultiLine.Web.Tests.Products;
using static Microsoft.Playwright.Assertions;

namespace MultiLine.Web.Tests.Administration;

/// <summary>The opt-in request, from the administrator's words to the contact's phone.</summary>
[Collection(OneProduct.Name)]
public sealed class OptInTests(RunningProduct product) : PageTests(product)
{
    private const string Page = "/admin/opt-in";
    private const string Prefix = "opt_in_request_";

    [ChromiumFact]
    public async Task A_language_that_was_added_and_approved_is_chosen_by_the_adviser_and_Ja_opens_the_talk()
    {
        var adam = await OpenAsync(Bank.Adam);
        await adam.GoAsync(Page);
        await adam.Button("Add a language").ClickAsync();
        await adam.Page.GetByRole(AriaRole.Combobox, new() { Name = "Language" }).SelectOptionAsync("de");
        await adam.HasNoViolationsAsync();
        await adam.KeepAsync("admin.opt-in.add");
        await adam.Button("Write the words").ClickAsync();
        await Expect(adam.Page.GetByText("Guten Tag Ada Lovelace, Northwind Advisers möchte Ihnen")).ToBeVisibleAsync();
        await adam.Button("Submit for review").ClickAsync();
        await Expect(adam.Page.GetByText("Submitted. Meta reviews the new version.")).ToBeVisibleAsync();
        await In("de", language => (string?)language["template"]!["status"] == "approved");
        await adam.GoAsync(Page);
        await Tab(adam, "German").ClickAsync();
        await Expect(Tab(adam, "German")).ToContainTextAsync("Approved");
        await adam.HasNoViolationsAsync();
        await adam.KeepAsync("admin.opt-in.german");

        var contact = await Product.NewContactAsync("Greta Sommer");
        var (nora, phone) = (await OpenAsync(Bank.Nora), await HoldAsync(contact));
        await nora.GoAsync(Inbox.AddressOf(contact));
        await nora.Field(contact).FillAsync("Guten Morgen, Ihr Depotauszug ist da.");
        await nora.Button("Send").ClickAsync();
        await nora.Page.GetByRole(AriaRole.Combobox, new() { Name = "Language of the request" }).SelectOptionAsync("de");
        await Expect(nora.Page.GetByText("Guten Tag Greta Sommer, Northwind Advisers möchte Ihnen")).ToBeVisibleAsync();
        await nora.Page.GetByRole(AriaRole.Radio, new() { Name = "Existing client" }).ClickAsync();
        await nora.HasNoViolationsAsync();
        await nora.KeepAsync("opt-in.german");
        await nora.Button("Send request").ClickAsync();

        await Expect(phone.Page.GetByText("Guten Tag Greta Sommer, Northwind Advisers möchte Ihnen")).ToBeVisibleAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Ja", Exact = true }).ClickAsync();
        await Expect(phone.Page.GetByText("Ihr Depotauszug ist da.")).ToBeVisibleAsync();
        await Expect(nora.Page.GetByText("Session open:")).ToBeVisibleAsync();

        await adam.Button("Remove language").ClickAsync();
        await adam.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove language" }).ClickAsync();
        await Expect(Tab(adam, "German")).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task An_edit_of_the_request_is_a_new_version_and_contacts_get_the_old_one_until_it_is_approved()
    {
        var newest = await In("en_US", language => (string?)language["newest"]!["status"] == "approved");
        var next = Version(newest["newest"]!) + 1;
        await Product.Phones.PutAsync($"templates/verdicts/{Prefix}{next}", new { @event = "PENDING" });

        var adam = await OpenAsync(Bank.Adam);
        await adam.GoAsync(Page);
        await adam.Page.GetByRole(AriaRole.Textbox, new() { Name = "Footer" }).FillAsync("STOP ends it at any time.");
        await adam.Button("Submit for review").ClickAsync();
        await Expect(adam.Page.GetByText("Meta is reviewing it. Until it is approved, contacts get the version above.")).ToBeVisibleAsync();
        await Expect(adam.Page.GetByText($"Version {next}")).ToBeVisibleAsync();
        await adam.HasNoViolationsAsync();
        await adam.KeepAsync("admin.opt-in.reviewed");

        Assert.Contains("Reply STOP at any time.", await AskedAsync("Old Words"), StringComparison.Ordinal);
        var pending = await In("en_US", language => Version(language["newest"]!) == next);
        await Product.Phones.PostAsync($"templates/{(string?)pending["newest"]!["id"]}/verdict", new { @event = "APPROVED" });
        await In("en_US", language => Version(language["template"]!) == next);
        Assert.Contains("STOP ends it at any time.", await AskedAsync("New Words"), StringComparison.Ordinal);
    }

    private static ILocator Tab(Window window, string language) => window.Page.GetByRole(AriaRole.Tab, new() { Name = language });

    /// <summary>Nora asks somebody; what the phone's page then shows.</summary>
    private async Task<string> AskedAsync(string name)
    {
        var contact = await Product.NewContactAsync(name);
        await (await Product.ApiOfAsync(Bank.Nora)).PostAsync($"{contact.Thread}/opt-in", new { basis = "form" });
        var phone = await HoldAsync(contact);
        await Expect(phone.Page.GetByText($"Hello {name}, Northwind Advisers would like")).ToBeVisibleAsync();
        return await phone.Page.InnerTextAsync("body");
    }

    /// <summary>The request in a language when it is as meant.</summary>
    private async Task<JsonNode> In(string code, Func<JsonNode, bool> isMeant)
    {
        var adam = await Product.ApiOfAsync(Bank.Adam);
        JsonNode? found = null;
        await Eventually.UntilAsync($"the opt-in request in {code} as meant", async () =>
            (found = (await adam.GetAsync("opt-in-template"))!["languages"]!.AsArray().FirstOrDefault(language => (string?)language!["language"] == code))
                is { } language && isMeant(language));
        return found!;
    }

    private static int Version(JsonNode template) => int.Parse(((string)template["name"]!)[Prefix.Length..], CultureInfo.InvariantCulture);
}
